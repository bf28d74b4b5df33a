// The kiosk's service worker: the exhibition goes on whatever becomes of network and server. Pages it
// keeps are answered from the cache at once, also with a network; what it does not keep is fetched,
// but not waited for longer than a visitor would. Decisions are in docs/adr/0032.

import { Exhibition } from '{{asset:worker/exhibition.js}}';
import { Journal } from '{{asset:worker/journal.js}}';
import * as notes from '{{asset:worker/notes.js}}';

/** How long a page, and what a visitor has typed, may take. */
const PATIENCE = 5_000;
const PATIENCE_SENDING = 20_000;
/** How often the list is asked for, and how often the server hears from us. */
const LOOK = 10_000;
const HEARTBEAT = 30_000;
/** How often the sizes are asked for, so that a change at the desk is seen soon. */
const SIZES_AGE = 30_000;

const SIZES = '/kiosk/geraet.css';
const OWN = /^exhibition-/;
const isHome = (path) => /^\/kiosk(\/(en|ls))?$/.test(path);
/** `/kiosk`, `/kiosk/en` or `/kiosk/ls`. */
const place = (path) => /^\/kiosk(\/(en|ls)(?=\/|$))?/.exec(path)[0];

const exhibition = new Exhibition(notes);
const journal = new Journal(notes);
// Not before this worker is in charge: until then another one writes these notes.
let loading;
const ready = () => { loading ??= Promise.all([exhibition.load(), journal.load()]); return loading; };

let looked = -Infinity;
let beat = -Infinity;
let touched = null;
let sizesAreOld = false;
let sizesAsked = -Infinity;
let css;

self.addEventListener('activate', (event) => event.waitUntil(forget().then(() => self.clients.claim())));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  // Pairing and measuring change the sizes.
  if (request.method === 'POST' && /\/(koppeln|einmessen)$/.test(pathname)) sizesAreOld = true;
  if (request.mode === 'navigate') event.respondWith(page(event));
  // Whether something is there is a question to the server, and films are too large for us.
  else if (request.method !== 'GET' || request.headers.has('range')) return;
  else if (pathname === SIZES) event.respondWith(sizes());
  else if (/^\/(assets|pkg|media)\//.test(pathname)) event.respondWith(file(request));
});

self.addEventListener('message', (event) => {
  const { data, source } = event;
  if (data.take) self.skipWaiting();
  else event.waitUntil(ready().then(() => tick(source, data.quiet)));
});

/** A page: from the exhibition, from the server, or else whatever helps on. */
async function page(event) {
  const { request } = event;
  const { pathname, search } = new URL(request.url);
  await ready();
  const beforehand = ['sec-purpose', 'purpose'].some((name) => request.headers.get(name)?.startsWith('prefetch'));
  if (!beforehand) {
    if (isHome(pathname)) event.waitUntil(visitEnds());
    else touched = performance.now();
  }
  const show = async (address, init) => {
    const entry = exhibition.find(address);
    const body = entry && (await exhibition.body(entry, init));
    if (body && !beforehand && !init) for (const one of entry.counts ?? []) event.waitUntil(journal.count(one));
    return body;
  };
  const sends = request.method !== 'GET';
  const here = !sends && (await show(pathname + search));
  if (here) return here;
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(sends ? PATIENCE_SENDING : PATIENCE) });
    if (answer.status < 500) return answer;
  } catch {
    // No network, or too slow: the same to a visitor.
  }
  const unfiltered = !sends && search && (await show(pathname));
  if (unfiltered) return unfiltered;
  return (await show(`${place(pathname)}/ohne-netz`, { status: 503 })) ?? nothingYet();
}

/** A file: what was withdrawn is asked for like anything we do not have. */
async function file(request) {
  await ready();
  const { pathname, search } = new URL(request.url);
  const entry = exhibition.find(pathname + search);
  const body = entry && (await exhibition.body(entry));
  return body ?? fetch(request).catch(() => Response.error());
}

/** The sizes of this touchscreen: the last ones at once, unless somebody has just changed them. */
async function sizes() {
  css ??= await notes.read('sizes');
  if (sizesAreOld || (css === undefined && sizesAsked === -Infinity)) await askSizes();
  return new Response(css ?? '', { headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-store' } });
}

async function askSizes() {
  sizesAsked = performance.now();
  try {
    const answer = await fetch(SIZES, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
    if (!answer.ok) return;
    sizesAreOld = false;
    css = await answer.text();
    await notes.write('sizes', css);
  } catch {
    // No network, or no room: the last ones stay.
  }
}

/** Nobody is in the middle of anything: the newest edition and the newest worker may come. */
async function visitEnds() {
  const done = exhibition.turn();
  self.registration.waiting?.postMessage({ take: true });
  await Promise.all([done, forget()]);
}

/** Removes what no exhibition needs, whoever put it there. */
async function forget() {
  const names = await caches.keys();
  const strange = (await indexedDB.databases?.()) ?? [];
  strange.forEach(({ name }) => indexedDB.deleteDatabase(name));
  await Promise.all(names.filter((name) => !OWN.test(name)).map((name) => caches.delete(name)));
}

/** A page is open and says so every few seconds: time to look after the exhibition. */
async function tick(source, quiet) {
  const now = performance.now();
  if (quiet !== null) touched = now - quiet * 1000;
  const tell = () => source.postMessage({ offline: journal.isOffline, current: journal.current });
  tell();
  const due = [];
  const hurry = journal.isOffline || exhibition.version === null;
  if (now - looked >= (hurry ? LOOK / 3 : LOOK)) {
    looked = now;
    due.push(look());
  }
  if (now - sizesAsked >= SIZES_AGE) due.push(askSizes());
  if (now - beat >= HEARTBEAT) {
    beat = now;
    const silent = touched === null ? null : Math.round((now - touched) / 1000);
    due.push(journal.send(exhibition.programme ?? 'none', exhibition.version, silent).then(
      (device) => device && source.postMessage({ device }),
      () => journal.missed(),
    ));
  }
  await Promise.all(due);
  tell();
}

/** Brings the exhibition up to date. */
async function look() {
  try {
    const { answer, complete, fault } = await exhibition.sync(renew);
    // While a list is being made the server says so; whoever stands in front of a dead one does not.
    if (answer.status >= 500 && answer.headers.get('retry-after') !== '2') return journal.missed();
    if (fault) await journal.count({ kind: 'bundle_fault', key: fault, lang: 'de' });
    if (complete && (exhibition.version === null || exhibition.hasGone || !(await isVisited()))) {
      const turned = exhibition.turn();
      await turned;
      if (turned) await renew(true);
    }
    return journal.reached(answer, complete || answer.status === 304);
  } catch {
    return journal.missed();
  }
}

async function windows() {
  const all = await self.clients.matchAll({ type: 'window' });
  return all.map((client) => ({ client, path: new URL(client.url).pathname }));
}

async function isVisited() {
  return (await windows()).some(({ path }) => !isHome(path));
}

/** Has pages that show something withdrawn come anew; the screen at rest also for a new edition. */
async function renew(isNew = false) {
  for (const { client, path } of await windows())
    if (exhibition.isGone(path) || (isNew && isHome(path))) client.postMessage({ reload: true });
}

/** For a touchscreen that never had the exhibition in whole. */
function nothingYet() {
  const html = `<!DOCTYPE html><html lang="de"><meta charset="utf-8"><meta http-equiv="refresh" content="5">
<title>Digitale Werkbank</title><style>body{font:2rem sans-serif;display:grid;place-content:center;height:90vh;text-align:center}</style>
<h1>Digitale Werkbank</h1><p>Einen Moment bitte, gleich geht es weiter.</p><p lang="en">One moment please.</p></html>`;
  return new Response(html, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } });
}
