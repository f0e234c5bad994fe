/* What is on: a line in the timetable, marks in the list, the way there, and the page for a lobby's screen. */
(function (confbook) {
  "use strict";

  const { make, word } = confbook;
  const MINUTE = 60_000;
  const AHEAD = 15 * MINUTE;

  const DAY = 1440 * MINUTE;
  const days = (document.documentElement.dataset.days || "").split(" ").filter(Boolean);
  let calendar = null;
  let clockwork = null;

  /** The day in the conference's zone, as its page is called; `null` long before and after, when nobody need work it out. */
  confbook.today = () => {
    const at = Date.now();
    if (!days.length || at < Date.parse(days[0]) - DAY || at > Date.parse(days.at(-1)) + 2 * DAY) return null;
    calendar ??= new Intl.DateTimeFormat("en-CA", { timeZone: confbook.zone, year: "numeric", month: "2-digit", day: "2-digit" });
    return calendar.format(at);
  };
  const runs = ({ start, end }, at) => start && Date.parse(start) <= at && at < (end ? Date.parse(end) : Date.parse(start) + 30 * MINUTE);

  confbook.ready(() => {
    const line = make("div", { class: "now-line", "aria-hidden": "true" });
    const button = confbook.button("now", "now", jump);
    const rooms = document.getElementById("now");
    const over = rooms && make("p", { class: "now-over", hidden: true }, word("after"));

    if (rooms) {
      rooms.dataset.live = "";
      rooms.after(over);
    }
    confbook.refreshNow = tick;
    tick();
    setInterval(tick, MINUTE / 4);
    document.addEventListener("visibilitychange", tick);

    function tick() {
      if (document.hidden) return;
      const at = Date.now();
      const day = confbook.today();
      if (days.includes(day) && confbook.page !== "now") confbook.tool(20, "bar", button);
      else confbook.untool(button);
      for (const link of document.querySelectorAll(".days [data-day]")) link.classList.toggle("is-today", link.dataset.day === day);
      for (const element of document.querySelectorAll("#program [data-session], .line[data-session]"))
        element.classList.toggle("is-now", Boolean(runs(element.dataset, at)));
      draw(at);
      if (rooms) lobby(at);
    }

    /** Draws the line through the row of the timetable that the time falls into, as far down as the time has come. */
    function draw(at) {
      const row = [...document.querySelectorAll("#timetable tr[data-start]")].find(({ dataset }) => runs(dataset, at));
      if (!row) return line.remove();
      const part = (at - Date.parse(row.dataset.start)) / (Date.parse(row.dataset.end) - Date.parse(row.dataset.start));
      const frame = row.closest(".grid-frame");
      if (line.parentElement !== frame) frame.append(line);
      line.style.top = `${row.offsetTop + part * row.offsetHeight}px`;
      line.style.width = `${frame.firstElementChild.offsetWidth}px`;
    }

    /** To what is on, or comes next, of today; on another day's page first to today's. */
    function jump() {
      const shown = document.querySelector(confbook.single ? `#program [data-day="${confbook.today()}"]` : `#program[data-day="${confbook.today()}"]`);
      if (!shown) {
        location.href = `${confbook.up}days/${confbook.today()}.html#now`;
        return;
      }
      const at = Date.now();
      const visible = [...document.querySelectorAll(`#program :is(.card, .entry, .line)[data-day="${confbook.today()}"]`)].filter((one) => one.checkVisibility());
      const one = visible.find(({ dataset }) => runs(dataset, at)) ?? visible.find(({ dataset }) => Date.parse(dataset.start) > at) ?? visible.at(-1);
      one?.scrollIntoView({ block: "center", inline: "nearest" });
      one?.querySelector("a")?.focus({ preventScroll: true });
    }
    if (location.hash === "#now") jump();

    /** In each room what is on and what comes next today; a room with neither steps back. */
    function lobby(at) {
      let some = false;
      const today = confbook.today();
      for (const room of rooms.children) {
        const sessions = [...room.querySelectorAll(".now-session:not([data-cancelled])")];
        const on = sessions.filter(({ dataset }) => runs(dataset, at));
        const next = sessions.find(({ dataset }) => Date.parse(dataset.start) > at);
        for (const one of room.querySelectorAll(".now-session")) {
          if (on.includes(one)) one.dataset.when = "now";
          else if (one === next) one.dataset.when = "next";
          else delete one.dataset.when;
          one.querySelector(".now-day").hidden = one.dataset.day === today;
          one.classList.toggle("is-soon", one === next && Date.parse(one.dataset.start) - at < AHEAD);
        }
        room.hidden = !on.length && !next;
        some ||= !room.hidden;
      }
      over.hidden = some;
      const clock = document.getElementById("clock");
      clockwork ??= new Intl.DateTimeFormat(confbook.language, { timeZone: confbook.zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
      const told = clockwork.format(at);
      if (clock.textContent !== told) clock.replaceChildren(make("time", {}, told));
    }
  });
})(self.confbook);
