// What a touchscreen keeps is renewed without anybody noticing: never in the middle of a visit, never
// by halves, but at once where something was withdrawn. What is looked at is counted once.

import { assert, newPage, none, same } from './lib.mjs';
import { LANDSCAPE, STORY, at, bar, finish, has, note, open, room, touch, touchscreen, until } from './touchscreen.mjs';

const TITLE = ['stories/baustoffhaendler-chat/index.md', /^title = "/gm];
const OTHER = '/kiosk/geschichten/haupthahn';

export default async function suite({ chrome, check }) {
  const it = await room();
  const kiosk = (name, act) => check(name, async () => {
    const page = await touchscreen(chrome, it);
    try {
      return await act(page);
    } finally {
      Object.assign(it.way, { state: 'up', damage: undefined, skew: 0, status: 200 });
      await page.context().close();
    }
  });
  try {
    await newEdition(kiosk, it);
    await damaged(kiosk, it);
    await full(check, chrome, it);
    await counted(kiosk, it);
    await wiped(kiosk, it);
    await withdrawn(kiosk, it);
  } finally {
    await it.close();
  }
}

/** Adds words to a title and waits until the server's list has them. */
async function retitle(it, words) {
  const { version } = await it.list();
  it.content.change(...TITLE, `title = "${words} `);
  return it.list((list) => list.version !== version);
}

const heading = (page) => page.locator('#content h1').first().textContent();

async function newEdition(kiosk, it) {
  await kiosk('a visit keeps its edition, the next one has the new one, and only what changed was fetched', async (page) => {
    await open(page, it.base, STORY);
    it.way.forget();
    const list = await retitle(it, 'Neu:');
    await has(page, list.version, ['next']);
    const fetched = it.way.asked.filter((one) => /^GET \/(kiosk|media|assets)/.test(one) && !/sw\.js|geraet|buendel|worker/.test(one));
    assert(fetched.length < list.pages.length / 2, `${fetched.length} of ${list.pages.length} pages fetched`);
    none(fetched.filter((one) => /haupthahn\?teil|impressum/.test(one)), 'fetched anew, and the same');
    await touch(page, bar(page, 'Lochwand'), '/kiosk/anbieter');
    await open(page, it.base, STORY);
    assert(!(await heading(page)).startsWith('Neu:'), 'the running visit sees the new title');
    await finish(page);
    await open(page, it.base, STORY);
    assert((await heading(page)).startsWith('Neu:'), 'the next visit sees the old title');
    return `${fetched.length} of ${list.pages.length} pages fetched`;
  });

  await kiosk('a new worker waits until the visit is over', async (page) => {
    await open(page, it.base, STORY);
    const newer = Buffer.from(`${await (await fetch(`${it.server.base}/kiosk/sw.js`)).text()}\n// newer`);
    it.way.damage = (address, body) => (address === '/kiosk/sw.js' ? newer : body);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
    const waiting = () => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting));
    await until(page, waiting, 'the new worker is there');
    await touch(page, bar(page, 'Lochwand'), '/kiosk/anbieter');
    assert(await waiting(), 'it came in the middle of a visit');
    await finish(page);
    await until(page, async () => !(await waiting()), 'it is in charge');
    it.way.state = 'cut';
    await open(page, it.base, OTHER);
    assert(await page.locator('#content h1').first().isVisible(), 'the new worker has no exhibition');
  });
}

async function damaged(kiosk, it) {
  await kiosk('a damaged file is fetched once more; if that does not help, the edition is not used, and the server hears of it', async (page) => {
    const before = (await it.list()).version;
    it.way.damage = (address, body) => (address === STORY ? Buffer.from('<h1>damaged</h1>') : body);
    it.way.forget();
    it.way.heard.length = 0;
    const list = await retitle(it, 'Heil:');
    const heard = () => it.way.heard.flatMap(({ counts }) => counts).find(({ kind }) => kind === 'bundle_fault');
    await until(page, async () => heard(), 'the server hears of the fault');
    same([heard().key, heard().n], ['mismatch', 1], 'what the server heard');
    same(it.way.count(STORY), 2, 'times it was fetched');
    await finish(page);
    await open(page, it.base, STORY);
    assert(!/damaged|Heil/.test(await heading(page)), 'a part of the edition is used');
    same((await note(page, 'now')).list.version, before, 'the edition in use');
    // Only half damaged: the second time it comes whole.
    let times = 0;
    it.way.damage = (address, body) => (address === OTHER && times++ === 0 ? Buffer.from('half') : body);
    const next = await retitle(it, 'Ganz:');
    assert(next.version !== list.version, 'the same list');
    await has(page, next.version);
  });
}

async function full(check, chrome, it) {
  await check('without room on the disk the kiosk is as it was: pages come from the server', async () => {
    const page = await newPage(chrome, { ...LANDSCAPE, serviceWorkers: 'allow' });
    try {
      await open(page, it.base, '/kiosk/start');
      const tools = await page.context().newCDPSession(page);
      await tools.send('Storage.overrideQuotaForOrigin', { origin: it.base, quotaSize: 200_000 });
      it.way.heard.length = 0;
      const heard = () => it.way.heard.flatMap(({ counts }) => counts).find(({ kind }) => kind === 'bundle_fault');
      await until(page, async () => heard(), 'the server hears of the fault');
      same(heard().key, 'quota', 'what the server heard');
      it.way.forget();
      await touch(page, bar(page, 'Lochwand'), '/kiosk/anbieter');
      same(it.way.count('/kiosk/anbieter'), 1, 'asked of the server');
    } finally {
      await page.context().close();
    }
  });
}

async function counted(kiosk, it) {
  await kiosk('every look is counted once, with a network and without, and a message is sent until it is heard', async (page) => {
    it.way.heard.length = 0;
    await heardAll(page, it);
    it.way.heard.length = 0;
    it.way.status = 503;
    await open(page, it.base, OTHER);
    it.way.state = 'cut';
    await open(page, it.base, STORY);
    await touch(page, bar(page, 'Lochwand'), '/kiosk/anbieter');
    await open(page, it.base, STORY);
    await finish(page);
    await open(page, it.base, '/kiosk/start');
    await until(page, async () => (await note(page, 'journal')).since !== null, 'the worker misses the server');
    it.way.state = 'up';
    // Not acknowledged: the same message comes again, and counts once.
    await until(page, async () => it.way.heard.length, 'a message is heard');
    it.way.status = 200;
    const { sums, batches } = await heardAll(page, it);
    const wanted = { 'story_view haupthahn': 1, 'story_view baustoffhaendler-chat': 2, 'wall_view all': 1, 'attract_view all': 1 };
    for (const [what, n] of Object.entries(wanted)) same(sums[what], n, what);
    const cards = await (await fetch(`${it.server.base}/kiosk/anbieter`)).text();
    const shown = cards.match(/hanging-card"/g).length;
    same(Object.entries(sums).filter(([what]) => what.startsWith('impression ')).length, shown, 'providers listed');
    const offline = it.way.heard.flatMap((one) => one.offline);
    assert(offline.some(({ from, until }) => until > from), 'no period without a network');
    return `${batches} messages with counts`;
  });

  await kiosk('fetching beforehand is no look, and a device whose clock is a day behind counts the right day', async (page) => {
    await heardAll(page, it);
    it.way.heard.length = 0;
    it.way.skew = 24 * 3600 * 1000;
    await until(page, async () => (await note(page, 'journal')).skew > 0, 'the worker knows the time');
    await page.evaluate((href) => document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href })), STORY);
    await until(page, async () => it.way.count(STORY), 'it was fetched beforehand');
    await open(page, it.base, OTHER);
    const { counts } = await note(page, 'journal');
    none(Object.keys(counts).filter((row) => row.includes('baustoffhaendler')), 'counted');
    const days = Object.keys(counts).filter((row) => row.includes('haupthahn')).map((row) => JSON.parse(row)[0]);
    const tomorrow = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(Date.now() + it.way.skew);
    same(days, [tomorrow], 'days');
  });
}

/** Waits until everything counted was heard; sums and how many messages had any, each batch once. */
async function heardAll(page, it) {
  await until(page, async () => {
    const { counts, batch } = await note(page, 'journal');
    return !Object.keys(counts).length && !batch?.counts.length;
  }, 'everything counted was heard');
  const batches = new Map(it.way.heard.map((one) => [one.batch, one]));
  const sums = {};
  for (const { counts } of batches.values())
    for (const { kind, key, n } of counts) sums[`${kind} ${key}`] = (sums[`${kind} ${key}`] ?? 0) + n;
  return { sums, batches: [...batches.values()].filter(({ counts }) => counts.length).length };
}

async function wiped(kiosk, it) {
  await kiosk('after a visit nothing of it is left; exhibition and unsent counts are', async (page) => {
    await page.route(/\/pkg\/|\.wasm/, (route) => route.abort());
    await open(page, it.base, '/kiosk/en/mehr');
    await page.locator('[data-help=textSize]').click();
    await page.evaluate(async () => {
      sessionStorage.setItem('visit', 'secret');
      localStorage.setItem('visit', 'secret');
      window.name = 'secret';
      await (await caches.open('visit')).put('/secret', new Response('secret'));
      await new Promise((done) => { indexedDB.open('visit').onsuccess = ({ target }) => { target.result.close(); done(); }; });
    });
    it.way.status = 503;
    await open(page, it.base, '/kiosk/en/geschichten/naehkurs');
    await touch(page, page.getByRole('link', { name: 'Done, clear everything' }), '/kiosk');
    await until(page, () => page.evaluate(async () => !(await caches.has('visit')) && !(await indexedDB.databases()).length), 'strangers are gone');
    const left = await page.evaluate(async () => ({
      storage: sessionStorage.length + localStorage.length,
      name: window.name,
      lang: document.documentElement.lang,
      size: document.documentElement.dataset.textSize ?? '',
      history: history.length,
      caches: (await caches.keys()).sort(),
    }));
    same(left, { storage: 0, name: '', lang: 'de', size: '', history: 1, caches: ['exhibition-files', 'exhibition-notes'] }, 'left');
    same(await page.goBack(), null, 'the answer to Back');
    same(at(page), '/kiosk', 'the page after Back');
    const { counts, batch } = await note(page, 'journal');
    const waiting = JSON.stringify([counts, batch]);
    assert(waiting.includes('naehkurs'), `a look that was not sent is gone: ${waiting}`);
    it.way.state = 'cut';
    await open(page, it.base, '/kiosk/geschichten/naehkurs');
    assert(await page.locator('#content h1').first().isVisible(), 'the exhibition is gone');
  });
}

async function withdrawn(kiosk, it) {
  await kiosk('what is withdrawn is gone within a minute, in a running visit, too', async (page) => {
    await open(page, it.base, OTHER);
    const began = performance.now();
    it.content.withdraw('stories', 'haupthahn');
    // The page that shows it comes anew by itself.
    await page.locator('.state-page h1').waitFor({ timeout: 60_000 });
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    same(at(page), OTHER, 'address');
    assert(await bar(page, 'Start').isVisible(), 'no way on');
    await has(page, (await it.list((list) => !list.pages.some(({ address }) => address === OTHER))).version, ['now']);
    await touch(page, bar(page, 'Geschichten'), '/kiosk/geschichten');
    same(await page.locator(`a[href="${OTHER}"]`).count(), 0, 'links to it');
    it.way.state = 'cut';
    for (const address of [OTHER, `${OTHER}?teil=2`, `${OTHER}/mitnehmen`]) {
      await page.evaluate((url) => location.replace(url), address);
      await page.getByRole('heading', { name: 'Gerade ohne Netz' }).filter({ visible: true }).waitFor();
    }
    return `gone after ${seconds} s`;
  });
}
