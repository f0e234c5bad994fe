/* Keeps one edition of the program whole. FILES says what is in it: each path with a hash of what it holds.

   A page and its style are always of one edition: everything is answered from the edition that is kept, until the reader takes the next.
   A file that two editions have alike is fetched once. */
"use strict";

const CACHE = `confbook ${registration.scope}`;
const key = (path) => new URL(`${path}?${FILES[path]}`, registration.scope).href;

/** The path of a request in this edition: a folder is its index, and the search and the place in the page are the page's own affair. */
function path(url) {
  const { origin, pathname } = new URL(url);
  const folder = new URL(registration.scope);
  if (origin !== folder.origin || !pathname.startsWith(folder.pathname)) return null;
  const found = decodeURIComponent(pathname.slice(folder.pathname.length)).replace(/(^|\/)$/, "$1index.html");
  return Object.hasOwn(FILES, found) ? found : null;
}

async function keep(cache, name) {
  const answer = await fetch(new URL(name, registration.scope), { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${answer.status} ${name}`);
  // An answer that was redirected may not be given to a navigation: so a copy.
  await cache.put(key(name), answer.redirected ? new Response(await answer.blob(), { headers: answer.headers }) : answer);
}

async function install() {
  const cache = await caches.open(CACHE);
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  const missing = Object.keys(FILES).filter((name) => !kept.has(key(name)));
  // Some at a time, so that a hall's network can breathe.
  const worker = async () => {
    for (let name = missing.shift(); name !== undefined; name = missing.shift()) await keep(cache, name);
  };
  await Promise.all(Array.from({ length: 6 }, worker));
}

async function activate() {
  const cache = await caches.open(CACHE);
  const current = new Set(Object.keys(FILES).map(key));
  await Promise.all((await cache.keys()).filter(({ url }) => !current.has(url)).map((request) => cache.delete(request)));
  await clients.claim();
}

async function answer(request, name) {
  const cache = await caches.open(CACHE);
  return (await cache.match(key(name))) ?? fetch(request);
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("message", (event) => event.data === "take over" && skipWaiting());
addEventListener("fetch", (event) => {
  const name = event.request.method === "GET" ? path(event.request.url) : null;
  if (name) event.respondWith(answer(event.request, name));
});
