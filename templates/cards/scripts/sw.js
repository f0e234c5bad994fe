/* Keeps one edition of the program whole. FILES says what is in it: each path with a hash of what it holds.

   A page and its style are always of one edition: everything is answered from the edition that is kept, until the reader takes the next.
   A file that two editions have alike is fetched once. Of very many sessions and people the pages are not in FILES: they are kept as they
   are visited, and the network is asked first. */
"use strict";

const CACHE = `confbook ${registration.scope}`;
const VISITED = `${CACHE} visited`;
const DETAIL = /^(zh\/|en\/)?(sessions|people|photos)\/[^/]+$/;
const PATIENCE = 4_000;
const key = (path) => new URL(`${path}?${FILES[path]}`, registration.scope).href;

/** The path of a request in this site: a folder is its index, and the search and the place in the page are the page's own affair. */
function path(url) {
  const { origin, pathname } = new URL(url);
  const folder = new URL(registration.scope);
  if (origin !== folder.origin || !pathname.startsWith(folder.pathname)) return null;
  return decodeURIComponent(pathname.slice(folder.pathname.length)).replace(/(^|\/)$/, "$1index.html");
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
  if (await caches.has(VISITED)) await renew(await caches.open(VISITED));
}

/** Fetches what was visited anew, so that it is of the new edition too. */
async function renew(visited) {
  for (const { url } of await visited.keys()) await take(visited, url).catch(() => visited.delete(url));
}

async function take(visited, url) {
  const answer = await fetch(url, { cache: "no-cache" });
  if (answer.ok && !answer.redirected) await visited.put(url, answer.clone());
  return answer;
}

/** The newest that the network gives; where it gives nothing, or is slow, what was given the last time. */
async function visit(url) {
  const visited = await caches.open(VISITED);
  const kept = () => visited.match(url);
  const fresh = take(visited, url);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE)).then(kept);
  return Promise.race([fresh, late.then((answer) => answer ?? fresh)]).catch(async () => (await kept()) ?? Response.error());
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
  if (name === null) return;
  if (Object.hasOwn(FILES, name)) event.respondWith(answer(event.request, name));
  else if (DETAIL.test(name)) event.respondWith(visit(event.request.url.split(/[?#]/)[0]));
});
