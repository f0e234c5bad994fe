/* The home page shows the first day. While the conference runs, the program of today takes its place, as a list. */
(function (confbook) {
  "use strict";

  const { make, word } = confbook;

  confbook.ready(() => {
    const day = confbook.today();
    const shown = document.getElementById("program");
    if (confbook.page === "home" && shown && day && shown.dataset.day !== day && document.querySelector(`.days [data-day="${day}"]`))
      confbook.loadProgram().then((program) => replace(shown, day, program));
  });

  function replace(shown, day, { days, sessions }) {
    const address = `${confbook.up}days/${day}.html`;
    const [, , name] = days.find(([date]) => date === day);
    const of = sessions.filter((session) => session.day === day);
    shown.replaceChildren(make("ul", { class: "lines" }, of.map(confbook.line)));
    shown.dataset.day = day;
    document.querySelector(".day-head h2").replaceChildren(
      make("span", { class: "today" }, word("today")), " ", make("a", { href: address }, name));
    document.querySelector(".day-head .feed")?.remove(); // that of another day; today's is on its page
    for (const link of document.querySelectorAll(".days a")) {
      if (link.dataset.day === day) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    for (const link of document.querySelectorAll(".views a")) link.href = address + link.hash;
    confbook.giveStars(shown);
    confbook.refreshTimes(shown);
    confbook.refreshNow();
  }
})(self.confbook);
