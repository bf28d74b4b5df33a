// The exhibition as the worker keeps it. Bodies lie in one cache under their SHA-256, whatever
// their addresses are; an edition is a list that says which address has which body. So a new edition
// fetches only what changed, two editions share what they have in common, and an edition either is
// complete or is not used.

const FILES = 'exhibition-files';
const LIST = '/kiosk/buendel.json';
const AT_ONCE = 4;
/** A body takes at most this long. */
const PATIENCE = 20_000;
/** An edition that does not fit its list, or the disk, is tried again after this time. */
const LATER = 60_000;

const key = (sha256) => `/kiosk/sw/${sha256}`;
const withoutQuery = (address) => address.split('?')[0];
/** The folder of a photo and the width of one of its copies: `/media/…/photo.jpg/1280.webp?v=…`. */
const copy = (address) => /^(\/media\/.+)\/(\d+)\.(?:webp|jpg)\?/.exec(address) ?? [];

/** A list, made quick to look things up in. */
function edition(list) {
  const entries = [...list.pages, ...list.files];
  const photos = new Map();
  for (const entry of list.files) {
    const [, folder, width] = copy(entry.address);
    if (folder) photos.set(folder, [...(photos.get(folder) ?? []), { width: Number(width), entry }]);
  }
  return {
    list,
    photos,
    byAddress: new Map(entries.map((entry) => [entry.address, entry])),
    paths: new Set(entries.map(({ address }) => withoutQuery(address))),
    hashes: new Map(entries.map(({ sha256, address }) => [sha256, address])),
  };
}

/** What a server sent is not what its list says. */
class Damaged extends Error {}

export class Exhibition {
  #now;
  #next;
  /** Paths of what was withdrawn since the edition in use was made. */
  #gone = new Set();
  /** The tag of the newest list that is here in whole. */
  #tag;
  #files;
  /** Bodies that every page shares: each look into a cache costs a page the time of a frame. */
  #shared = new Map();
  #notes;
  #syncing;
  #refused = { tag: undefined, until: 0 };

  constructor(notes) {
    this.#notes = notes;
  }

  /** Reads what an earlier worker left. */
  async load() {
    const [now, next, gone] = await Promise.all(['now', 'next', 'gone'].map((name) => this.#notes.read(name)));
    this.#now = now && edition(now.list);
    this.#next = next && edition(next.list);
    this.#tag = (next ?? now)?.tag;
    this.#gone = new Set(gone);
  }

  /** The version in use, and the program's that made it. */
  get version() {
    return this.#now?.list.version ?? null;
  }

  get programme() {
    return this.#now?.list.programme ?? null;
  }

  /** What an address has in the edition in use. A photo is there in one width or two, which stand
   *  for all. */
  find(address) {
    if (!this.#now || this.#gone.has(withoutQuery(address))) return undefined;
    const exact = this.#now.byAddress.get(address);
    if (exact) return exact;
    const [, folder, width] = copy(address);
    const copies = this.#now.photos.get(folder) ?? [];
    return (copies.find((one) => one.width >= Number(width)) ?? copies.at(-1))?.entry;
  }

  /** The body of an entry. If the browser has lost it, the list is gone through again. */
  async body(entry, init) {
    const shared = this.#shared.get(entry.sha256);
    if (shared) return new Response(shared.body, shared);
    const found = await (await this.#open()).match(key(entry.sha256)).catch(() => undefined);
    if (!found) this.#tag = undefined;
    if (found && entry.address.startsWith('/assets/')) {
      const { headers } = found;
      this.#shared.set(entry.sha256, { headers, body: await found.arrayBuffer() });
      return this.body(entry);
    }
    return found && init ? new Response(found.body, { headers: found.headers, ...init }) : found;
  }

  /** Takes the newest edition, if there is one. Between two visits, or when something was
   *  withdrawn. Returns what is left to do. */
  turn() {
    if (!this.#next) return undefined;
    [this.#now, this.#next] = [this.#next, undefined];
    this.#gone = new Set();
    this.#shared.clear();
    return this.#keep().then(() => this.#tidy());
  }

  /** Asks for the list and fetches what is missing. Resolves to what happened: the answer's head,
   *  whether something that is shown was withdrawn, whether there is a new edition. Rejects if the
   *  server cannot be reached. */
  sync(withdrawn) {
    this.#syncing ??= this.#sync(withdrawn).finally(() => { this.#syncing = undefined; });
    return this.#syncing;
  }

  async #sync(withdrawn) {
    const answer = await asked(this.#tag);
    const tag = answer.headers.get('etag');
    if (!answer.ok || (tag === this.#refused.tag && performance.now() < this.#refused.until)) return { answer };
    const list = await answer.json();
    const fresh = edition(list);
    if (await this.#withdraw(fresh)) await withdrawn();
    try {
      await this.#fetchMissing(fresh);
      this.#tag = tag;
      // What was changed and changed back is in use already.
      this.#next = list.version === this.version ? undefined : fresh;
      await this.#keep();
      return { answer, complete: true };
    } catch (error) {
      const why = error instanceof Damaged ? 'mismatch' : error.name === 'QuotaExceededError' ? 'quota' : undefined;
      // The line is gone in the middle: what is here stays, the rest comes next time.
      if (!why) throw error;
      // The list was overtaken while we followed it: no fault of anybody's.
      if (error instanceof Damaged && (await asked(tag)).headers.get('etag') !== tag) return { answer };
      this.#refused = { tag, until: performance.now() + LATER };
      await this.#tidy();
      return { answer, fault: why };
    }
  }

  /** What is in use and no longer on show is not shown from here on, before anything else happens.
   *  Whether there is more of it than before. */
  async #withdraw(fresh) {
    if (!this.#now) return false;
    const before = this.#gone;
    const shown = (path) => /^\/(kiosk|media)\b/.test(path);
    this.#gone = new Set([...this.#now.paths].filter((path) => shown(path) && !fresh.paths.has(path)));
    await this.#notes.write('gone', [...this.#gone]).catch(() => {});
    return [...this.#gone].some((path) => !before.has(path));
  }

  /** Whether this path was withdrawn. */
  isGone(path) {
    return this.#gone.has(path);
  }

  /** Whether something in use was withdrawn, so that a running visit has to do without its edition. */
  get hasGone() {
    return this.#gone.size > 0;
  }

  async #fetchMissing({ hashes }) {
    const files = await this.#open();
    const here = new Set((await files.keys()).map(({ url }) => url.split('/').at(-1)));
    const missing = [...hashes].filter(([sha256]) => !here.has(sha256));
    const work = async () => {
      while (missing.length) {
        const [sha256, address] = missing.shift();
        const body = (await fetched(address, sha256)) ?? (await fetched(address, sha256, 'reload'));
        if (!body) {
          missing.length = 0;
          throw new Damaged(address);
        }
        await files.put(key(sha256), body);
      }
    };
    const done = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
    const failed = done.find(({ status }) => status === 'rejected');
    if (failed) throw failed.reason;
  }

  async #keep() {
    const note = (one) => one && { list: one.list, tag: this.#tag };
    await this.#notes.write('next', note(this.#next));
    await this.#notes.write('now', note(this.#now));
    await this.#notes.write('gone', [...this.#gone]);
  }

  /** Removes bodies that no edition needs. */
  async #tidy() {
    const files = await this.#open();
    const needed = (sha256) => [this.#now, this.#next].some((one) => one?.hashes.has(sha256));
    const all = await files.keys();
    await Promise.all(all.filter(({ url }) => !needed(url.split('/').at(-1))).map((old) => files.delete(old)));
  }

  #open() {
    this.#files ??= caches.open(FILES);
    return this.#files;
  }
}

/** The list, unless it is still the one with this tag. */
function asked(tag) {
  const headers = tag ? { 'if-none-match': tag } : {};
  return fetch(LIST, { cache: 'no-store', headers, signal: AbortSignal.timeout(PATIENCE) });
}

/** A body that is what the list says, or nothing. That it is fetched here is not a look at it. */
async function fetched(address, sha256, cache = 'default') {
  const answer = await fetch(address, {
    cache,
    headers: { purpose: 'prefetch' },
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (answer.status >= 500) throw new TypeError(`${answer.status} for ${address}`);
  const body = await answer.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (hex !== sha256) return undefined;
  const headers = new Headers(answer.headers);
  // The body is unpacked already.
  for (const name of ['content-encoding', 'content-length', 'vary', 'etag']) headers.delete(name);
  return new Response(body, { headers });
}
