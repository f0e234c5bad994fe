/* My program: stars on cards, entries, lines and session pages, kept on this device; those at one time say so. */
(function (confbook) {
  "use strict";

  const { make, icon, word } = confbook;
  const PLACES = ".card, .entry, .line";

  let stars = new Set(confbook.kept("stars", []));
  const heard = [];
  const count = make("span", { class: "star-count" });

  confbook.stars = () => stars;
  /** Calls back after every change of the stars. */
  confbook.onStars = (listener) => heard.push(listener);

  confbook.star = (ids, on) => {
    for (const id of ids) on ? stars.add(id) : stars.delete(id);
    const lasts = confbook.keep("stars", [...stars]);
    refresh();
    return lasts;
  };

  confbook.onKept("stars", () => {
    stars = new Set(confbook.kept("stars", []));
    refresh();
  });

  const title = (element) =>
    element.querySelector(".card-title, .entry-title, .line-title, h1")?.textContent.trim() ?? "";

  /** Gives each session in some part of the page its star; breaks have none. */
  confbook.giveStars = (part) => {
    for (const element of part.querySelectorAll(PLACES)) {
      const { session, kind } = element.dataset;
      if (!session || kind === "break" || element.querySelector(":scope > .star")) continue;
      element.append(make("button", { type: "button", class: "star", "data-star": session, "aria-label": `${word("mine")}: ${title(element)}` }, icon("star")));
    }
    refresh();
  };

  function refresh() {
    for (const button of document.querySelectorAll("[data-star]")) button.setAttribute("aria-pressed", stars.has(button.dataset.star));
    count.textContent = stars.size || "";
    mark();
    heard.forEach((listener) => listener());
  }

  /** The starred sessions on this page that take place while another one does, each with the others. */
  confbook.conflicts = () => {
    const found = new Map();
    for (const element of document.querySelectorAll("main [data-session], main[data-session]")) {
      const { session, start, end, cancelled } = element.dataset;
      if (stars.has(session) && start && end && cancelled === undefined && !found.has(session))
        found.set(session, { title: title(element), start: Date.parse(start), end: Date.parse(end), others: [] });
    }
    const row = [...found.values()].sort((one, other) => one.start - other.start);
    row.forEach((one, at) => {
      for (let next = at + 1; next < row.length && row[next].start < one.end; next++) {
        one.others.push(row[next].title);
        row[next].others.push(one.title);
      }
    });
    return found;
  };

  /** Writes beside each starred session which other starred ones take place at the same time. */
  function mark() {
    const found = confbook.conflicts();
    document.querySelectorAll(".state-conflict").forEach((old) => old.remove());
    for (const element of document.querySelectorAll(`main :is(${PLACES}), main[data-session]`)) {
      const others = found.get(element.dataset.session)?.others ?? [];
      element.classList.toggle("in-conflict", others.length > 0);
      if (others.length)
        (element.querySelector(".card-head, .line-words, .page-head") ?? element).append(
          make("p", { class: "state state-conflict" }, icon("now"), word("conflict", { titles: others.join(" · ") })));
    }
  }

  function press(button) {
    const id = button.dataset.star;
    const on = !stars.has(id);
    const name = title(button.closest("[data-session]"));
    const lasts = confbook.star([id], on);
    const others = confbook.conflicts().get(id)?.others ?? [];
    confbook.say([word(on ? "starred" : "removed", { title: name }), on && others.length ? word("conflict", { titles: others.join(", ") }) : ""].join(" "));
    if (on && !lasts && !confbook.warned) confbook.warned = confbook.notice(word("lost"));
  }

  confbook.ready(() => {
    document.addEventListener("click", (event) => {
      const button = event.target.closest("[data-star]");
      if (button) press(button);
    });
    confbook.tool(40, "top", confbook.single
      ? make("span", { hidden: true })
      : make("a", { class: "tool", href: `${confbook.up}mine.html`, "aria-current": confbook.page === "mine" && "page" },
        icon("star"), make("span", { class: "tool-word" }, word("mine")), count));
    const page = document.querySelector("main[data-session]:not([data-kind='break'])");
    if (page)
      document.getElementById("tools-session").prepend(
        make("button", { type: "button", class: "button star-wide", "data-star": page.dataset.session },
          icon("star"), make("span", { class: "off" }, word("add")), make("span", { class: "on" }, word("added"))));
    confbook.giveStars(document);
  });
})(self.confbook);
