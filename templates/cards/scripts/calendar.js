/* Sessions as a file for one's calendar: the entries of the feed itself, so that both are one event to a calendar, in its newest version. */
(function (confbook) {
  "use strict";

  const { make } = confbook;
  const load = () => confbook.load("calendar", "calendar/entries.js");

  /** Saves the sessions with these ids as a calendar; says which of them have no entry, as they have no day yet. */
  confbook.saveCalendar = async (ids, name) => {
    const { head, entries, foot } = await load();
    const wanted = new Set(ids);
    const found = entries.filter(([id]) => wanted.has(id));
    const file = new Blob([head, ...found.map(([, text]) => text), foot], { type: "text/calendar" });
    const link = make("a", { href: URL.createObjectURL(file), download: `${name}.ics` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    return wanted.size - found.length;
  };
})(self.confbook);
