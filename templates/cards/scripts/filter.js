/* Filters of the program: by day, track, kind, room, language and star. They are in the address, so that a link keeps them. */
(function (confbook) {
  "use strict";

  const { make, said, word } = confbook;
  const FACETS = ["day", "track", "kind", "room", "language"];
  const sessions = () => [...document.querySelectorAll("#program [data-session], #mine [data-session]")];
  const chosen = new Map(FACETS.map((facet) => [facet, new Set(new URLSearchParams(location.search).getAll(facet))]));
  let starredOnly = new URLSearchParams(location.search).has("mine");

  const fits = ({ dataset }) =>
    (!starredOnly || confbook.stars().has(dataset.session)) &&
    FACETS.every((facet) => !chosen.get(facet).size || chosen.get(facet).has(dataset[facet]));
  const any = () => starredOnly || FACETS.some((facet) => chosen.get(facet).size);
  const count = (some) => new Set(some.map((element) => element.dataset.session)).size;

  /** What each facet offers, of the sessions of the whole program: pairs of value and name. */
  function offers({ days, tracks, rooms, sessions }) {
    const used = (facet, pairs) => {
      const values = new Set(sessions.map((session) => session[facet]));
      return pairs.filter(([value]) => values.has(value));
    };
    const languages = new Intl.DisplayNames([confbook.language], { type: "language" });
    const tags = [...new Set(sessions.map((session) => session.language))];
    const several = document.querySelectorAll("#program[data-day]").length === 0 || confbook.single;
    return new Map([
      ["day", several ? used("day", days) : []],
      ["track", used("track", tracks)],
      ["kind", used("kind", confbook.words.kinds)],
      ["room", used("room", rooms)],
      ["language", tags.map((tag) => [tag, languages.of(tag)])],
    ].filter(([, pairs]) => pairs.length > 1));
  }

  confbook.ready(() => {
    if (!["home", "day", "program"].includes(confbook.page) || !document.querySelector("#program")) return;
    const fields = make("form", { class: "facets", method: "dialog", change: choose });
    const apply = make("button", { type: "button", class: "button primary", click: () => sheet.close() });
    const sheet = confbook.sheet("filter", fields, make("div", { class: "sheet-foot" },
      make("button", { type: "button", class: "button", click: clear }, word("clear")), apply));
    const chips = make("ul", { class: "chips", "aria-label": word("filter"), hidden: true });
    const button = confbook.button("filter", "filter", open, { "aria-haspopup": "dialog" });
    let facets = null;

    confbook.tool(30, "bar", button);
    document.querySelector("#program").before(chips);
    confbook.onStars(() => starredOnly && show());
    if (any()) offered().then(show);

    async function offered() {
      if (facets) return;
      facets = offers(await confbook.loadProgram());
      for (const [facet, pairs] of facets) {
        const known = new Set(pairs.map(([value]) => value));
        chosen.set(facet, new Set([...chosen.get(facet)].filter((value) => known.has(value))));
        fields.append(make("fieldset", {}, make("legend", {}, word(facet)),
          pairs.map(([value, name, css]) => pill(facet, value, facet === "track" && css, said(name)))));
      }
      for (const facet of FACETS) if (!facets.has(facet)) chosen.get(facet).clear();
      fields.append(make("fieldset", {}, pill("mine", "1", null, word("mineOnly"))));
    }

    function pill(facet, value, css, name) {
      return make("label", { class: `pill ${css || ""}` }, make("input", { type: "checkbox", name: facet, value }),
        css && make("span", { class: "swatch" }), name);
    }

    async function open() {
      await offered();
      show();
      sheet.showModal();
    }

    function choose({ target }) {
      if (target.name === "mine") starredOnly = target.checked;
      else chosen.get(target.name)[target.checked ? "add" : "delete"](target.value);
      show();
    }

    function clear() {
      chosen.forEach((values) => values.clear());
      starredOnly = false;
      show();
    }

    function show() {
      const all = sessions();
      for (const element of all) element.hidden = !fits(element);
      for (const slot of document.querySelectorAll(".slot")) slot.hidden = !slot.querySelector(".card:not([hidden])");
      const left = count(all.filter((element) => !element.hidden));
      for (const box of fields.elements) if (box.name) box.checked = box.name === "mine" ? starredOnly : chosen.get(box.name).has(box.value);
      apply.textContent = word("apply", { count: left });
      button.classList.toggle("is-on", any());
      document.querySelector("#program").classList.toggle("is-filtered", any());
      showChips();
      keepAddress();
      confbook.say(any() ? word("shown", { count: left, all: count(all) }) : "");
    }

    function showChips() {
      const boxes = [...fields.elements].filter((box) => box.checked);
      chips.hidden = !boxes.length;
      chips.replaceChildren(...boxes.map((box) => make("li", {}, make("button", { type: "button", class: `${box.parentElement.className} chip`, click: () => box.click() },
        ...[...box.parentElement.childNodes].slice(1).map((node) => node.cloneNode(true)), confbook.icon("close")))));
    }

    /** The address, and the links to other days and languages, say what is chosen. */
    function keepAddress() {
      const query = new URLSearchParams();
      for (const facet of FACETS) for (const value of chosen.get(facet)) query.append(facet, value);
      if (starredOnly) query.set("mine", "1");
      const search = query.size ? `?${query}` : "";
      if (search !== location.search) history.replaceState(null, "", location.pathname + search + location.hash);
      for (const link of document.querySelectorAll(".days a[href*='.html'], .languages a")) link.search = search;
    }
  });
})(self.confbook);
