/* Times in the viewer's own zone, for who follows from afar. The zone is always named, and a time on another day says so: "+1". */
(function (confbook) {
  "use strict";

  const { make, word } = confbook;
  const parts = (zone) => new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const TIMES = "time[datetime*='T']:not(.state time, .foot time)";

  let viewers = false;
  let own = "";

  /** Whether a time is another one on the viewer's clock: its own offset stands at its end. */
  const differs = (moment) => {
    const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)(?::\d\d)?$/.exec(moment) ?? [null, "+", 0, 0];
    return -new Date(moment).getTimezoneOffset() !== (sign === "-" ? -1 : 1) * (60 * hours + Number(minutes));
  };
  const differsToday = () => parts(confbook.zone).format(Date.now()) !== parts().format(Date.now());

  const told = (moment, clock) => {
    const found = Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, value]));
    return { hours: `${found.hour}:${found.minute}`, day: `${found.year}-${found.month}-${found.day}` };
  };

  /** Writes the times in some part of the page in the zone that is chosen; as they were in the conference's. */
  confbook.refreshTimes = (part = document) => {
    if (!viewers && !document.querySelector("time[data-told]")) return;
    const clock = parts(viewers ? own : confbook.zone);
    for (const time of part.querySelectorAll(TIMES)) {
      if (!viewers && !time.dataset.told) continue;
      time.dataset.told ??= time.textContent;
      const { hours, day } = told(Date.parse(time.dateTime), clock);
      time.textContent = viewers ? hours : time.dataset.told;
      shift(time, day);
    }
  };

  /** How many days the viewer's day is after the one that the time stands under. */
  function shift(time, day) {
    const next = time.nextElementSibling;
    if (next?.matches(".shift")) next.remove();
    const printed = time.nextElementSibling?.matches(".later:not(.shift)") ? time.nextElementSibling : null;
    if (printed) printed.hidden = viewers;
    if (!viewers) return;
    const under = time.closest("[data-day]")?.dataset.day ?? time.dateTime.slice(0, 10);
    const days = Math.round((Date.parse(day) - Date.parse(/^\d/.test(under) ? under : day)) / 86_400_000);
    if (days) time.after(make("abbr", { class: "later shift", title: day }, days > 0 ? `+${days}` : `−${-days}`));
  }

  confbook.ready(() => {
    const moments = [...document.querySelectorAll(TIMES)].map((time) => time.dateTime);
    // The page of my program has times only later: there the zones are compared today.
    if (!(moments.length ? moments.some(differs) : confbook.page === "mine" && differsToday())) return;
    own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!own) return;

    viewers = confbook.kept("zone", "") === own;
    const name = make("span", { class: "tool-word zone-name" });
    const button = make("button", { type: "button", class: "tool tool-zone", click: toggle }, confbook.icon("zone"), name);
    confbook.tool(50, "bar", button);
    show();

    function toggle() {
      viewers = !viewers;
      confbook.keep("zone", viewers ? own : "");
      show();
      confbook.say(word("timesIn", { zone: viewers ? own : confbook.zone }));
    }

    function show() {
      const zone = viewers ? own : confbook.zone;
      name.textContent = zone.split("/").at(-1).replaceAll("_", " ");
      button.setAttribute("aria-label", word("timesIn", { zone }));
      button.title = `${word(viewers ? "there" : "here", { zone })}`;
      button.classList.toggle("is-on", viewers);
      document.documentElement.classList.toggle("own-zone", viewers);
      for (const place of document.querySelectorAll(".facts .zone")) {
        place.dataset.told ??= place.textContent;
        place.textContent = viewers ? own : place.dataset.told;
      }
      confbook.refreshTimes();
    }
  });
})(self.confbook);
