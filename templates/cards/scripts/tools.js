/* The tools: in the bars on a wide window, within reach of the thumb on a phone. And the sheet that they open. */
(function (confbook) {
  "use strict";

  const { make, icon, word } = confbook;
  const wide = matchMedia("(min-width: 64rem)");
  const tools = [];

  /** Adds a tool; `place` is where it stands on a wide window: "top" (the first bar) or "bar" (the bar of days). */
  confbook.tool = (order, place, element) => {
    if (tools.some((tool) => tool.element === element)) return;
    tools.push({ order, place, element });
    tools.sort((one, other) => one.order - other.order);
    confbook.arrange();
  };

  confbook.untool = (element) => {
    const at = tools.findIndex((tool) => tool.element === element);
    if (at >= 0) tools.splice(at, 1)[0].element.remove();
  };

  confbook.button = (shape, name, press, attributes = {}) =>
    make("button", { type: "button", class: "tool", click: press, ...attributes },
      icon(shape), make("span", { class: "tool-word" }, word(name)));

  const slot = (place) => {
    if (!wide.matches) return document.getElementById("dock");
    return (place === "bar" && document.getElementById("tools")) || document.getElementById("tools-top");
  };

  /** Puts all tools into their places: once all parts have begun, in one go, so that none pushes another aside. */
  confbook.arrange = () => {
    if (document.documentElement.dataset.scripted === undefined) return;
    for (const { place, element } of tools) slot(place)?.append(element);
  };
  wide.addEventListener("change", confbook.arrange);

  /** A dialog of the browser's own: it keeps the focus inside, closes with Escape, and gives the focus back. */
  confbook.sheet = (name, ...content) => {
    const title = make("h2", { id: `sheet-${name}` }, word(name));
    const close = make("button", { type: "button", class: "close", "aria-label": word("close"), click: () => sheet.close() }, icon("close"));
    const sheet = make("dialog", { class: `sheet-over sheet-${name}`, "aria-labelledby": `sheet-${name}` },
      make("div", { class: "sheet-inner" }, make("div", { class: "sheet-head" }, title, close), ...content));
    // A press beside it closes it: the dialog itself is then what is pressed.
    sheet.addEventListener("click", (event) => event.target === sheet && sheet.close());
    document.body.append(sheet);
    return sheet;
  };

  /** Words over the page with one thing to do, until it is done or closed. */
  confbook.notice = (text, label, act) => {
    const notice = make("div", { class: "notice", role: "status" }, make("p", {}, text),
      label && make("button", { type: "button", class: "button primary", click: () => { notice.remove(); act(); } }, label),
      make("button", { type: "button", class: "close", "aria-label": word("close"), click: () => notice.remove() }, icon("close")));
    document.body.append(notice);
    return notice;
  };
})(self.confbook);
