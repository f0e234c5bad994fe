/* The page of my program: the starred sessions by day, to print, to save for a calendar, to take to another device. */
(function (confbook) {
  "use strict";

  const { make, icon, word } = confbook;
  const SHARED = /^#s=(\d+)\.([\w-]*)$/;

  /** The link that holds a choice of sessions: how long a code is, and the codes one after another. */
  const link = (ids, { base, sessions }) => {
    const codes = sessions.filter(({ id }) => ids.has(id)).map(({ code }) => code);
    const page = location.protocol === "file:" ? base && `${base}mine.html` : location.href.split(/[?#]/)[0];
    return page && `${page}#s=${codes[0]?.length ?? 0}.${codes.join("")}`;
  };

  /** The ids of the sessions that a link speaks of, and how many it names that are no longer there. */
  const received = (hash, { sessions }) => {
    const [, length, text] = SHARED.exec(hash) ?? [];
    if (!(length > 0)) return null;
    const codes = text.match(new RegExp(`.{${length}}`, "g")) ?? [];
    const named = codes.map((code) => sessions.filter((session) => session.code.startsWith(code) || code.startsWith(session.code)));
    // A code that more than one session could mean says nothing.
    const ids = named.filter((some) => some.length === 1).map(([{ id }]) => id);
    return { ids: [...new Set(ids)], lost: codes.length - ids.length };
  };

  confbook.ready(() => {
    const place = document.getElementById("mine");
    if (place) confbook.loadProgram().then((program) => begin(place, program));
  });

  function begin(place, program) {
    const list = make("div", { class: "mine-list" });
    const actions = make("ul", { class: "actions mine-actions" },
      make("li", {}, make("button", { type: "button", class: "button", click: save }, icon("calendar"), word("export"))),
      make("li", {}, make("button", { type: "button", class: "button", click: share }, icon("link"), word("share"))),
      make("li", {}, make("button", { type: "button", class: "button", click: () => print() }, icon("print"), word("print"))));
    const sheet = confbook.sheet("share");
    const body = make("div", { class: "share" });
    sheet.firstChild.append(body);

    place.replaceChildren(actions, list);
    show();
    offer();
    addEventListener("hashchange", offer);
    // The list stays while its stars change, so that a star taken away by mistake can be given back; a new star comes in.
    confbook.onStars(() => {
      const listed = new Set([...list.querySelectorAll("[data-session]")].map(({ dataset }) => dataset.session));
      if ([...confbook.stars()].some((id) => !listed.has(id) && program.sessions.some((session) => session.id === id))) show();
      actions.hidden = !confbook.stars().size;
    });

    function show() {
      const mine = program.sessions.filter(({ id }) => confbook.stars().has(id));
      const days = Map.groupBy ? Map.groupBy(mine, ({ day }) => day) : grouped(mine);
      actions.hidden = !mine.length;
      list.replaceChildren(...[...days].flatMap(([day, sessions]) => {
        const known = program.days.find(([date]) => date === day);
        const heading = known ? make("a", { href: `${confbook.up}days/${day}.html` }, known[2]) : word("dayUnknown");
        return [make("h2", { class: "line-day" }, heading), make("ul", { class: "lines" }, sessions.map(confbook.line))];
      }));
      if (!mine.length) list.append(make("p", { class: "lead" }, word("noneStarred")));
      confbook.giveStars(list);
      confbook.refreshTimes?.(list);
    }

    function grouped(sessions) {
      const days = new Map();
      for (const session of sessions) days.set(session.day, [...(days.get(session.day) ?? []), session]);
      return days;
    }

    async function save() {
      const undated = await confbook.saveCalendar(confbook.stars(), "my-program");
      if (undated) confbook.notice(word("undated", { count: undated }));
    }

    function share() {
      const address = link(confbook.stars(), program);
      body.replaceChildren(...(address ? shown(address) : [make("p", {}, word("noLink"))]));
      sheet.showModal();
    }

    function shown(address) {
      const field = make("input", { class: "search-field", readonly: true, value: address, "aria-label": word("copy"), focus: () => field.select() });
      const copy = async () => {
        field.select();
        await navigator.clipboard?.writeText(address).catch(() => document.execCommand("copy"));
        said.textContent = word("copied");
      };
      const said = make("p", { role: "status" });
      return [make("p", {}, word("shareWords")), confbook.qrDrawing(address) ?? "", field,
        make("button", { type: "button", class: "button primary", click: copy }, icon("link"), word("copy")), said];
    }

    /** A link that somebody shared: shown, and added only when one says so. */
    function offer() {
      const found = received(location.hash, program);
      if (!found) return;
      const fresh = found.ids.filter((id) => !confbook.stars().has(id));
      const done = () => history.replaceState(null, "", location.pathname + location.search);
      const text = [word("received", { count: found.ids.length }), found.lost ? word("receivedLost", { count: found.lost }) : ""].join(" ").trim();
      const box = make("section", { class: "received" }, make("p", { class: "lead" }, text));
      if (fresh.length)
        box.append(make("ul", { class: "lines" }, program.sessions.filter(({ id }) => fresh.includes(id)).map(confbook.line)),
          make("button", { type: "button", class: "button primary", click: () => { box.remove(); done(); confbook.star(fresh, true); show(); } },
            icon("star"), word("receivedTake")));
      else done();
      place.querySelector(".received")?.remove();
      place.prepend(box);
      confbook.refreshTimes?.(box);
    }
  }
})(self.confbook);
