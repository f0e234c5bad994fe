/* Search as one types. The index is loaded with the first letter; a letter costs one look at each session's words. */
(function (confbook) {
  "use strict";

  const { make, said, word } = confbook;
  const MOST = 40;
  // What a match is worth in each column of the index: title, people, institutes, initials, abstract. Beginnings of words are worth more
  // than any middle.
  const WORTH = [0, 50, 40, 20, 30, 10];
  const SHORT = /^[a-z]{1,2}$/;

  /** The same folding as in the index (emit/cards/search.py). */
  confbook.fold = (text) =>
    text.replace(/\s+/g, " ").normalize("NFKD").replace(/[\p{M}\p{Cf}\p{Cc}]/gu, "").toLowerCase().trim();

  const worth = (row, term) => {
    let best = 0;
    for (let column = 1; column < row.length; column++) {
      // One or two letters are the beginning of a word or of a run of initials: in the middle they would find everything.
      const at = SHORT.test(term) ? ` ${row[column]}`.indexOf(` ${term}`) : row[column].indexOf(term);
      if (at < 0) continue;
      const begins = at === 0 || !/[\p{L}\p{N}]/u.test(row[column][at - 1]);
      best = Math.max(best, WORTH[column] + (begins ? 100 : 0));
    }
    return best;
  };

  /** The ids of the sessions that hold all words of a query, best first, in the program's order where alike. */
  confbook.find = (index, query) => {
    const terms = confbook.fold(query).split(" ").filter(Boolean);
    if (!terms.length) return [];
    const found = [];
    for (const row of index) {
      let score = 0;
      for (const term of terms) {
        const of = worth(row, term);
        score = of && score + of;
        if (!of) break;
      }
      if (score) found.push([score, row[0]]);
    }
    return found.sort((one, other) => other[0] - one[0]).map(([, id]) => id);
  };

  /** A session in a list that a script makes: the same line as on the static pages. */
  confbook.line = (session) => {
    const { tracks } = confbook.program;
    const track = tracks.find(([id]) => id === session.track);
    const data = Object.fromEntries(["kind", "language", "track", "room", "day", "start", "end"].map((name) => [`data-${name}`, session[name]]));
    return make("li", { class: `line is-${session.cancelled ? "cancelled" : "confirmed"} ${track ? track[2] : ""}`, "data-session": session.id, ...data },
      make("span", { class: "line-time" }, confbook.hours(session)),
      make("span", { class: "line-words" },
        make("a", { class: "line-title", href: confbook.address(session.id) }, said(session.title)),
        session.people && make("span", { class: "line-of" }, said(session.people)),
        make("span", { class: "line-facts" },
          session.cancelled && make("span", { class: "state state-cancelled" }, word("cancelled")),
          session.was && make("span", { class: "state state-moved" }, word("moved")),
          session.was && make("span", { class: "was" }, make("span", { class: "hidden" }, `${word("was")} `), make("s", {}, said(session.was))),
          session.place && make("span", { class: "line-place" }, said(session.place)),
          track && make("span", { class: "track" }, make("span", { class: "swatch" }), said(track[1])))));
  };

  confbook.hours = (session) => {
    if (!session.start) return [make("span", { class: "pending" }, word("allDay"))];
    const clock = (moment) => make("time", { datetime: moment }, moment.slice(11, 16));
    return session.end ? [clock(session.start), "–", clock(session.end)] : [clock(session.start)];
  };

  confbook.ready(() => {
    const field = make("input", { type: "search", class: "search-field", placeholder: word("searchFor"), "aria-label": word("search"),
      autocomplete: "off", spellcheck: "false", enterkeyhint: "search", "aria-describedby": "search-count", input: show, keydown: go });
    const count = make("p", { class: "search-count", id: "search-count", role: "status" });
    const list = make("ol", { class: "lines search-found", keydown: go });
    const sheet = confbook.sheet("search", field, count, list);
    confbook.tool(10, "top", confbook.button("search", "search", open, { "aria-haspopup": "dialog", "aria-keyshortcuts": "/" }));

    function open() {
      if (!sheet.open) sheet.showModal();
      field.focus();
      field.select();
      load();
    }
    confbook.openSearch = open;

    const load = () => Promise.all([confbook.loadProgram(), confbook.load("search", "assets/search.js")]);

    async function show() {
      const query = field.value;
      await load();
      if (query !== field.value) return;
      const ids = confbook.find(confbook.search, query);
      confbook.sessions ??= new Map(confbook.program.sessions.map((session) => [session.id, session]));
      list.replaceChildren(...ids.slice(0, MOST).map((id) => withDay(confbook.sessions.get(id))));
      confbook.refreshTimes?.(list);
      count.textContent = !query.trim() ? "" : ids.length ? word("found", { count: ids.length }) : word("notFound");
    }

    function withDay(session) {
      const line = confbook.line(session);
      const day = confbook.program.days.find(([date]) => date === session.day);
      if (day) line.firstChild.prepend(make("span", { class: "line-date" }, day[1]), " ");
      return line;
    }

    /** Arrows walk from the field through what is found; Enter in the field opens the first. */
    function go(event) {
      const stops = [field, ...list.querySelectorAll("a")];
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (event.key === "Escape") sheet.close(); // a field of this type would only be emptied
      else if (step) {
        event.preventDefault();
        stops[Math.max(0, Math.min(stops.length - 1, stops.indexOf(document.activeElement) + step))].focus();
      } else if (event.key === "Enter" && event.target === field && stops[1]) {
        event.preventDefault();
        stops[1].click();
      }
    }
    // In the single file a link leads to a place behind the sheet.
    list.addEventListener("click", (event) => event.target.closest("a") && confbook.single && sheet.close());
  });
})(self.confbook);
