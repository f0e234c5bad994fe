/* The program without a network: a service worker keeps it, and says when there is a new edition. Browsers have none for a disk. */
(function (confbook) {
  "use strict";

  const { word } = confbook;
  const HALF_HOUR = 1_800_000;

  if (confbook.single || !("serviceWorker" in navigator) || !location.protocol.startsWith("http")) return;
  const workers = navigator.serviceWorker;
  // Only here: from a disk a browser may not read it, and says so.
  document.head.append(confbook.make("link", { rel: "manifest", href: `${confbook.up}manifest.webmanifest` }));

  async function begin() {
    const controlled = Boolean(workers.controller);
    const registration = await workers.register(`${confbook.root}sw.js`, { scope: confbook.root || "./" });
    const look = () => registration.update().catch(() => {}); // no network: then there is no news either
    if (registration.waiting && controlled) tell(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const next = registration.installing;
      next.addEventListener("statechange", () => next.state === "installed" && workers.controller && tell(next));
    });
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && look());
    setInterval(look, HALF_HOUR);
  }

  /** A lobby's screen takes the new edition by itself; a reader is asked. */
  function tell(worker) {
    const take = () => {
      workers.addEventListener("controllerchange", () => location.reload(), { once: true });
      worker.postMessage("take over");
    };
    if (confbook.page === "now") take();
    else confbook.notice(word("newEdition"), word("show"), take);
  }

  // After everything else: keeping the program costs the network, and nobody waits for it. Where workers are forbidden there is none.
  addEventListener("load", () => begin().catch(() => {}));
})(self.confbook);
