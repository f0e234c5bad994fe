/* What all scripts ask of the page. Each script is a function of its own; what it offers to the others it puts on `confbook`.
   Classic scripts, as browsers load no modules from a disk. No HTML is ever made of text: all elements are made here, by `make`. */
(function (confbook) {
  "use strict";

  const html = document.documentElement;

  confbook.page = html.dataset.page;
  confbook.root = html.dataset.root;
  confbook.up = html.dataset.up;
  confbook.zone = html.dataset.zone;
  confbook.language = html.lang;
  /** The whole program in one file: links lead to places in it, and nothing can be loaded. */
  confbook.single = confbook.page === "program";

  /** The words of the interface under a name, with what is in braces filled in. */
  confbook.word = (name, values = {}) => confbook.words[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);

  /** An element with attributes (a function is a listener) and children: elements, strings, or `[text, language]` runs. */
  confbook.make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (typeof value === "function") element.addEventListener(key, value);
      else if (value === true) element.setAttribute(key, "");
      else if (value !== false && value != null) element.setAttribute(key, value);
    }
    element.append(...children.flat().filter((child) => child != null && child !== false && child !== ""));
    return element;
  };

  /** An author's words, kept to their own direction, each run in its language. */
  confbook.said = (words) => {
    const runs = typeof words === "string" ? [words] : words;
    return confbook.make("bdi", {}, runs.map((run) =>
      typeof run === "string" || run[1] === confbook.language
        ? confbook.plain(run)
        : confbook.make("span", { lang: run[1] }, run[0])));
  };

  confbook.plain = (words) =>
    typeof words === "string" ? words : typeof words[1] === "string" ? words[0] : words.map(([text]) => text).join("");

  const SHAPES = {
    search: "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.5 10.5l3.5 3.5",
    filter: "M2 4h12M4.5 8h7M6.5 12h3",
    star: "M8 1.8l1.9 3.9 4.3.6-3.1 3 .7 4.3L8 11.6l-3.8 2 .7-4.3-3.1-3 4.3-.6z",
    now: "M8 4.5V8l2.5 1.5M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z",
    zone: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM2 8h12M8 2c-4.4 4-4.4 8 0 12 4.4-4 4.4-8 0-12z",
    calendar: "M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2v3M10.5 2v3",
    close: "M3.5 3.5l9 9M12.5 3.5l-9 9",
    print: "M4.5 6V2.5h7V6M4.5 12h-2V6h11v6h-2M4.5 9.5h7v4h-7z",
    link: "M6.5 9.5l3-3M7 4.5l1.7-1.7a2.8 2.8 0 0 1 4 4L11 8.5M9 11.5l-1.7 1.7a2.8 2.8 0 0 1-4-4L5 7.5",
  };

  confbook.icon = (name) => {
    const space = "http://www.w3.org/2000/svg";
    const icon = document.createElementNS(space, "svg");
    for (const [key, value] of Object.entries({ class: `icon icon-${name}`, viewBox: "0 0 16 16", "aria-hidden": "true" }))
      icon.setAttribute(key, value);
    const path = document.createElementNS(space, "path");
    path.setAttribute("d", SHAPES[name]);
    icon.append(path);
    return icon;
  };

  /** Says something to whoever cannot see it. */
  confbook.say = (text) => {
    document.getElementById("status").textContent = text;
  };

  /** Where a session is read: its page, or its place in the single file. */
  confbook.address = (id) => (confbook.single ? `#s-${id}` : `${confbook.up}sessions/${id}.html`);

  const loading = new Map();

  /** One of the data files, loaded when it is first asked for; as a script, since a page on a disk may load nothing else. */
  confbook.load = (name, file) => {
    if (confbook[name]) return Promise.resolve(confbook[name]);
    if (!loading.has(file)) {
      loading.set(file, new Promise((resolve, reject) => {
        document.head.append(confbook.make("script", {
          src: confbook.root + file,
          load: () => resolve(confbook[name]),
          error: () => { loading.delete(file); reject(new Error(file)); },
        }));
      }));
    }
    return loading.get(file);
  };

  confbook.loadProgram = () => confbook.load("program", `assets/program.${confbook.language}.js`);

  const parts = [];

  /** Begins each part in a task of its own once the document is there, so that none keeps a slow phone from scrolling. */
  confbook.ready = (begin) => parts.push(begin);

  function next() {
    const begin = parts.shift();
    if (!begin) {
      html.setAttribute("data-scripted", "");
      confbook.arrange();
      return;
    }
    begin();
    setTimeout(next);
  }
  document.addEventListener("DOMContentLoaded", () => setTimeout(next));
})(self.confbook ??= {});
