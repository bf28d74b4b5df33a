// Never blank: a touchscreen that once had the exhibition in whole goes on showing it, whatever
// becomes of server and network, and comes back by itself.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { assert, none, same } from './lib.mjs';
import { LANDSCAPE, STORY, at, bar, finish, has, isFriendly, open, room, touch, touchscreen } from './touchscreen.mjs';

/** Within this time after the server's return everything is as before, in milliseconds. */
const RECOVERY = 10_000;

export default async function suite({ chrome, check }) {
  const it = await room();
  try {
    const kiosk = (name, act) => check(name, async () => {
      const page = await touchscreen(chrome, it);
      try {
        return await act(page);
      } finally {
        it.way.state = 'up';
        await page.context().close();
        if (it.isKilled) await it.restart();
      }
    });
    await exhibition(kiosk, it);
    await serverGone(kiosk, it);
    await lineBroken(kiosk, it);
    await coldStart(check, it);
  } finally {
    await it.close();
  }
}

async function exhibition(kiosk, it) {
  await kiosk('after one sync every page of the kiosk is here, and asked for nowhere', async (page) => {
    const { pages, files } = await it.list();
    // Every kind of page in every language; the rest differs in the entry.
    const kinds = new Map(pages.map(({ address }) => [address.replace(/=[^&]*/g, '').replace(/\/(?!kiosk|en|ls|geschichten|anbieter|foerderung|trends)[^/?]+/, '/…'), address]));
    it.way.state = 'cut';
    it.way.forget();
    const broken = [];
    for (const address of kinds.values()) {
      await page.evaluate((url) => location.replace(url), address);
      await page.waitForURL(it.base + address);
      await page.waitForLoadState();
      const faults = await page.evaluate(() => [
        ...(document.querySelector('[data-retry]') && !location.pathname.endsWith('/ohne-netz') ? ['not kept'] : []),
        ...[...document.images].filter((image) => image.checkVisibility() && image.complete && !image.naturalWidth).map((image) => image.currentSrc),
        ...(getComputedStyle(document.body).fontFamily.includes('Atkinson') ? [] : ['without style']),
      ]);
      broken.push(...faults.map((fault) => `${address}: ${fault}`));
    }
    none(broken, 'not whole');
    // What time it is, and whether staff has opened this screen for writing, only the server knows.
    const asked = it.way.asked.filter((one) => !/sw\.js|geraet|buendel|assets\/worker|^HEAD /.test(one));
    none(asked, 'asked for');
    return `${pages.length} pages, ${files.length} files; ${kinds.size} kinds of pages looked at`;
  });

  await kiosk('with a network, too, pages come from the worker; filters it has not met come from the server', async (page) => {
    it.way.forget();
    await touch(page, bar(page, 'Lochwand'), '/kiosk/anbieter');
    await touch(page, bar(page, 'Geschichten'), '/kiosk/geschichten');
    same(it.way.asked.filter((one) => /GET \/kiosk\/(anbieter|geschichten)/.test(one)), [], 'asked for');
    await open(page, it.base, '/kiosk/foerderung?ziel=kosten&groesse=solo&branche=bau');
    same(it.way.count('/kiosk/foerderung?ziel=kosten&groesse=solo&branche=bau'), 1, 'asked for the filter');
    it.way.state = 'cut';
    await open(page, it.base, '/kiosk/foerderung?ziel=kosten&groesse=solo&branche=handel');
    assert(await page.getByRole('heading', { level: 1, name: /Förder/ }).isVisible(), 'no page without filters');
  });

  await kiosk('a film is not kept, and the page says so; staff see how old the copy is', async (page) => {
    await open(page, it.base, '/kiosk/mehr');
    await page.waitForFunction(() => !document.documentElement.hasAttribute('data-offline'));
    assert(!(await page.locator('#copy-age').isVisible()), 'an age with a network');
    it.way.state = 'cut';
    await page.locator('#copy-age').waitFor({ timeout: 30_000 });
    const text = await page.locator('#copy-age').innerText();
    assert(/Stand der Ausstellung: \d+\. \S+ 20\d\d/.test(text), text);
    await page.evaluate(() => document.querySelector('#content').insertAdjacentHTML('beforeend',
      '<div class="film"><video></video><p class="note when-offline">Ohne Netz läuft der Film nicht.</p></div>'));
    assert(await page.locator('.when-offline').isVisible(), 'nothing says that there is no film');
    assert(!(await page.locator('.film video').isVisible()), 'a dead player');
  });
}

async function serverGone(kiosk, it) {
  await kiosk('the server is killed in the middle of a visit: reading goes on, and what needs it comes back by itself', async (page) => {
    await open(page, it.base, STORY);
    await it.kill();
    await touch(page, bar(page, 'Lochwand'), '/kiosk/anbieter');
    await touch(page, page.locator('.hanging-card a').first(), await page.locator('.hanging-card a').first().getAttribute('href'));
    await touch(page, bar(page, 'Kennenlernen'), await bar(page, 'Kennenlernen').getAttribute('href'));
    assert(await page.locator('.kiosk-number').isVisible(), 'the request page has no number');
    await page.reload();
    assert(await page.locator('.kiosk-code svg').isVisible(), 'nothing after a reload');
    await open(page, it.base, '/kiosk/merkzettel?g=naehkurs');
    await isFriendly(page);
    same(await page.evaluate(() => history.length), 1, 'history');
    await it.restart();
    const back = performance.now();
    await page.getByRole('heading', { level: 1, name: /Merkzettel/ }).waitFor({ timeout: RECOVERY });
    const seconds = ((performance.now() - back) / 1000).toFixed(1);
    await finish(page);
    return `back after ${seconds} s`;
  });

  await kiosk('five minutes without a server: the attract screen turns, the warning comes, the visit is wiped', async (page) => {
    await page.clock.install();
    await open(page, it.base, STORY);
    await it.kill();
    await page.evaluate(() => sessionStorage.setItem('visit', 'secret'));
    // Short steps: what the page asks its worker for happens in real time.
    for (let seconds = 0; seconds < 300 && at(page) !== '/kiosk'; seconds += 10) {
      await page.clock.runFor(10_000);
      await page.waitForLoadState();
    }
    await page.waitForURL(`${it.base}/kiosk`);
    same(await page.evaluate(() => [sessionStorage.length, history.length]), [0, 1], 'kept, history');
    for (let seconds = 0; seconds < 120; seconds += 10) {
      await page.clock.runFor(10_000);
      await page.locator('.attract-slide:not([hidden])').waitFor();
    }
    same(at(page), '/kiosk', 'the page two minutes later');
  });
}

async function lineBroken(kiosk, it) {
  for (const [state, name] of [['fault', 'a server that answers 500'], ['slow', 'a server that hangs for 30 seconds'], ['cut', 'a network that is gone']]) {
    await kiosk(`${name}: no error page, and on by itself`, async (page) => {
      it.way.state = state;
      const began = performance.now();
      await touch(page, bar(page, 'Geschichten'), '/kiosk/geschichten');
      await touch(page, page.locator('.kiosk-card a').first(), await page.locator('.kiosk-card a').first().getAttribute('href'));
      const took = performance.now() - began;
      assert(took < 5_000, `two pages took ${Math.round(took)} ms`);
      await open(page, it.base, '/kiosk/en/merkzettel?g=naehkurs');
      await page.getByRole('heading', { name: 'No connection just now' }).filter({ visible: true }).waitFor({ timeout: 10_000 });
      it.way.state = 'up';
      await page.getByRole('heading', { level: 1, name: /shortlist/i }).waitFor({ timeout: RECOVERY });
      return `two pages in ${Math.round(took)} ms`;
    });
  }
}

async function coldStart(check, it) {
  await check('a new browser on the same profile starts without a network, after one sync', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'werkbank-profile-'));
    const browser = () => chromium.launchPersistentContext(profile, {
      ...LANDSCAPE,
      executablePath: process.env.WERKBANK_CHROMIUM || '/usr/bin/chromium',
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    try {
      let context = await browser();
      await open(context.pages()[0], it.base, '/kiosk');
      await has(context.pages()[0], (await it.list()).version);
      await context.close();
      it.way.state = 'cut';
      context = await browser();
      const page = context.pages()[0];
      await page.goto(`${it.base}/kiosk`);
      assert(await page.locator('.attract-slide:not([hidden])').isVisible(), 'no story');
      await touch(page, page.locator('.attract-slide:not([hidden]) .touch'), await page.locator('.attract-slide:not([hidden]) .touch').getAttribute('href'));
      await page.goto(`${it.base}/kiosk/gibt-es-nicht`);
      await isFriendly(page);
      await context.close();
    } finally {
      it.way.state = 'up';
      rmSync(profile, { recursive: true, force: true });
    }
  });
}
