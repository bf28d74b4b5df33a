// A touchscreen as it stands in the room: a browser whose worker keeps the exhibition, a line to the
// server that a suite breaks, and a small exhibition that it changes.

import { assert, newPage, program } from './lib.mjs';
import { line } from './line.mjs';
import { smallExhibition } from './small.mjs';

export const LANDSCAPE = { viewport: { width: 1920, height: 1080 } };
export const STORY = '/kiosk/geschichten/baustoffhaendler-chat';

/** The address a page is at, without its origin. */
export const at = (page) => new URL(page.url()).pathname + new URL(page.url()).search;

/** Everything for one suite; `close()` ends it. */
export async function room() {
  const content = smallExhibition();
  const way = await line();
  const start = () => program({ args: ['--content', content.folder, '--public-url', way.base] });
  const it = {
    content,
    way,
    base: way.base,
    server: await start(),
    /** The server is gone from one moment to the next. */
    isKilled: false,
    kill: () => {
      it.isKilled = true;
      return it.server.kill();
    },
    /** And comes back. */
    restart: async () => {
      await it.server.stop();
      it.server = await start();
      way.target = it.server.base;
      it.isKilled = false;
    },
    /** The newest list, as soon as it shows what `isRight` wants. */
    list: async (isRight = () => true) => {
      for (;;) {
        const answer = await fetch(`${it.server.base}/kiosk/buendel.json`);
        const list = answer.ok ? await answer.json() : undefined;
        if (list && isRight(list)) return list;
        await new Promise((done) => { setTimeout(done, 300); });
      }
    },
    close: async () => {
      await way.close();
      await it.server.stop();
      content.remove();
    },
  };
  way.target = it.server.base;
  return it;
}

/** A page of a touchscreen that has the exhibition in whole. */
export async function touchscreen(chrome, { base, list }, options = {}) {
  const page = await newPage(chrome, { ...LANDSCAPE, serviceWorkers: 'allow', ...options });
  await open(page, base, '/kiosk/start');
  await has(page, (await list()).version);
  return page;
}

/** Opens a page as the kiosk's browser does: the first and only entry of the history. */
export async function open(page, base, address) {
  if (page.url() === 'about:blank') await page.evaluate((url) => location.replace(url), base + address);
  else await page.evaluate((url) => location.replace(url), address);
  await page.waitForURL(base + address);
  await page.waitForFunction(() => document.body?.dataset.idle);
}

/** Touches a link and waits for the page it leads to. */
export async function touch(page, locator, address) {
  await page.waitForFunction(() => performance.now() > 310);
  await locator.click();
  await page.waitForURL((url) => url.pathname + url.search === address);
  await page.waitForFunction(() => document.body?.dataset.idle);
}

export const bar = (page, name) => page.getByRole('navigation', { name: 'Bedienleiste' }).getByRole('link', { name, exact: true });

/** Ends the visit. */
export async function finish(page) {
  await touch(page, bar(page, 'Fertig, alles löschen'), '/kiosk');
}

/** Waits until the worker has this edition, in use or ready for the next visit. */
export async function has(page, version, names = ['now', 'next']) {
  await until(page, async () => {
    const notes = await Promise.all(names.map((name) => note(page, name)));
    return notes.some((one) => one?.list.version === version);
  }, `the worker has edition ${version}`);
}

/** A note of the worker. */
export const note = (page, name) => page.evaluate(async (wanted) =>
  (await (await caches.open('exhibition-notes')).match(`/kiosk/sw/${wanted}`))?.json(), name);

/** Asks until something is so; three minutes are the limit on a busy machine. */
export async function until(page, is, what) {
  const began = performance.now();
  // A page that is just being left cannot be asked.
  while (!(await is().catch(() => false))) {
    if (performance.now() - began > 180_000) throw new Error(`waited in vain until ${what}`);
    await page.waitForTimeout(200);
  }
}

/** Whether the page helps on although what was asked for is not there. */
export async function isFriendly(page) {
  await page.getByRole('heading', { name: 'Gerade ohne Netz' }).filter({ visible: true }).waitFor();
  assert(await page.locator('.kiosk-code svg').isVisible(), 'no code for the telephone');
  assert(await page.locator('.kiosk-number').isVisible(), 'no number to call');
  assert(await bar(page, 'Start').isVisible(), 'no way on');
}
