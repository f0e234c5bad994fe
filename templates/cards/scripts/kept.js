/* What is kept on this device, and nowhere else: stars and choices, under a key of this site's own. */
(function (confbook) {
  "use strict";

  const site = new URL(confbook.root || ".", document.baseURI).pathname;
  const key = (name) => `confbook ${site} ${name}`;
  // Where a browser keeps nothing, the tab's name is left: it goes from page to page, and with the tab.
  let fallback = null;

  const ofTab = () => {
    try {
      const found = JSON.parse(window.name);
      return found && found.confbook === site ? found : null;
    } catch {
      return null;
    }
  };

  const read = (name) => {
    try {
      return localStorage.getItem(key(name));
    } catch {
      fallback ??= ofTab() ?? { confbook: site };
      return fallback[name] ?? null;
    }
  };

  /** Reads a value; what is no longer understood is as if it had never been kept. */
  confbook.kept = (name, otherwise) => {
    try {
      return JSON.parse(read(name)) ?? otherwise;
    } catch {
      return otherwise;
    }
  };

  /** Keeps a value; says whether it outlives this tab. */
  confbook.keep = (name, value) => {
    try {
      localStorage.setItem(key(name), JSON.stringify(value));
      return true;
    } catch {
      fallback ??= ofTab() ?? { confbook: site };
      fallback[name] = JSON.stringify(value);
      window.name = JSON.stringify(fallback);
      return false;
    }
  };

  /** Calls back when another tab keeps another value. */
  confbook.onKept = (name, heard) => {
    addEventListener("storage", (event) => event.key === key(name) && heard());
  };
})(self.confbook);
