/* Keys: "/" searches, j and k walk among the sessions, arrows too once one has the focus. One can turn them off (WCAG 2.2, 2.1.4). */
(function (confbook) {
  "use strict";

  const { make, word } = confbook;
  const LINKS = "main [data-session] :is(.card-title, .entry-title) a, main [data-session] .line-title, main [data-session] .now-title";
  const STEPS = { j: 1, k: -1, ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

  const links = () => [...document.querySelectorAll(LINKS)].filter((link) => link.checkVisibility());

  function walk(step) {
    const row = links();
    if (!row.length) return;
    const at = row.indexOf(document.activeElement);
    const next = row[at < 0 ? (step > 0 ? 0 : row.length - 1) : Math.max(0, Math.min(row.length - 1, at + step))];
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  }

  confbook.ready(() => {
    const on = make("input", { type: "checkbox", change: () => confbook.keep("keys", on.checked) });
    on.checked = confbook.kept("keys", true);
    const row = (keys, name) => make("div", {}, make("dt", {}, keys.map((key) => make("kbd", {}, key))), make("dd", {}, word(name)));
    const sheet = confbook.sheet("keys",
      make("dl", { class: "keys" }, row(["/"], "keySearch"), row(["j", "↓"], "keyNext"), row(["k", "↑"], "keyBefore"), row(["s"], "keyStar"),
        row(["Esc"], "keyClose"), row(["?"], "keyHelp")),
      make("label", { class: "pill" }, on, word("keysOn")));
    document.querySelector(".foot ul")?.append(make("li", { class: "only-keys" },
      make("button", { type: "button", class: "as-link", click: () => sheet.showModal() }, word("keys"))));

    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
      if (typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
      const arrow = event.key.startsWith("Arrow");
      if (arrow ? !links().includes(document.activeElement) : !on.checked) return;
      if (STEPS[event.key]) walk(STEPS[event.key]);
      else if (event.key === "/") confbook.openSearch();
      else if (event.key === "?") sheet.showModal();
      else if (event.key === "s") document.activeElement.closest("[data-session]")?.querySelector("[data-star]")?.click();
      else return;
      event.preventDefault();
    });
  });
})(self.confbook);
