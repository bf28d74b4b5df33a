// The kiosk's behaviour: attract screen, idle and wipe, no history, no way out, no network.
// Time is Playwright's: nothing waits for a real minute.

import { assert, same, withPage } from './lib.mjs';

const LANDSCAPE = { viewport: { width: 1920, height: 1080 } };
const STORY = '/kiosk/geschichten/baustoffhaendler-chat';

const path = (page) => new URL(page.url()).pathname + new URL(page.url()).search;
const seconds = (page, n) => page.clock.runFor(n * 1000);
const shownStory = (page) => page.locator('.attract-slide:not([hidden]) .touch').getAttribute('href');
const limit = async (page) => Number(await page.locator('body').getAttribute('data-idle'));
const keep = (page) =>
  page.evaluate(() => {
    sessionStorage.setItem('visit', 'secret');
    localStorage.setItem('visit', 'secret');
  });
const kept = (page) => page.evaluate(() => sessionStorage.length + localStorage.length);
const historyLength = (page) => page.evaluate(() => history.length);
const dialog = (page) => page.getByRole('alertdialog');

/** Opens a page as the kiosk's browser does: the first and only entry of the history. */
async function open(page, base, address) {
  await page.evaluate((url) => location.replace(url), base + address);
  await page.waitForURL(base + address);
  await page.waitForFunction(() => document.body.dataset.idle);
}

/** The same with a clock that stands still until a test moves it. */
async function visit(page, base, address) {
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(60_000);
  await open(page, base, address);
}

/** Lets seconds pass until the page is at `address`, ten at most. */
async function arrives(page, address) {
  for (let n = 0; n < 10 && page.url() !== address; n += 1) {
    await seconds(page, 1);
    await page.waitForURL(address, { timeout: 500 }).catch(() => {});
  }
  same(page.url(), address, 'the page ten seconds later');
}

/** Follows a link by touching it and waits until the next page is there. */
async function touch(page, locator, wanted) {
  await locator.click();
  await page.waitForURL((url) => url.pathname + url.search === wanted);
  await page.waitForFunction(() => document.body.dataset.idle);
}

export default async function suite({ chrome, base, check }) {
  const kiosk = (name, options, act) =>
    check(name, () => withPage(chrome, { ...LANDSCAPE, ...options }, act));

  await attract(kiosk, base);
  await idle(kiosk, base);
  await noWayOut(kiosk, base);
  await atOnce(kiosk, base);
  await noNetwork(kiosk, base);
}

async function attract(kiosk, base) {
  await kiosk('the attract screen turns, pauses and turns by hand', {}, async (page) => {
    await visit(page, base, '/kiosk');
    const first = await shownStory(page);
    await seconds(page, 8);
    const second = await shownStory(page);
    assert(second !== first, 'it shows the same story after eight seconds');
    await page.locator('#pause').click();
    await seconds(page, 30);
    same(await shownStory(page), second, 'paused');
    await page.locator('#next-story').click();
    assert((await shownStory(page)) !== second, 'the next story does not come by hand');
    same(await page.locator('.attract-slide:not([hidden])').count(), 1, 'slides shown');
  });

  await kiosk('it stands still for people who asked for that', { reducedMotion: 'reduce' }, async (page) => {
    await visit(page, base, '/kiosk');
    const first = await shownStory(page);
    await seconds(page, 59);
    same(await shownStory(page), first, 'the story shown');
  });

  await kiosk('a touch anywhere leads into the story shown', {}, async (page) => {
    await visit(page, base, '/kiosk');
    await seconds(page, 8);
    const story = await shownStory(page);
    await page.mouse.click(600, 600);
    await page.waitForURL((url) => url.pathname === story);
  });

  await kiosk('after a round the page comes fresh from the server', {}, async (page) => {
    await visit(page, base, '/kiosk');
    const rounds = await page.locator('.attract-slide').count();
    await page.evaluate(() => { window.stale = true; });
    for (let round = 0; round < rounds; round += 1) {
      await seconds(page, 8);
      // Somebody is there: the room may be closed just now, and then it would be night.
      await page.keyboard.press('Shift');
    }
    await page.waitForFunction(() => !window.stale && document.readyState === 'complete');
    same([path(page), await historyLength(page)], ['/kiosk', 1], 'address and history');
  });
}

async function idle(kiosk, base) {
  await kiosk('idle: a warning of 30 seconds that can be extended ten times, then everything goes', {}, async (page) => {
    await visit(page, base, STORY);
    await keep(page);
    const wait = await limit(page);
    assert(wait >= 60, `the warning comes after ${wait} seconds`);
    for (let time = 0; time < 10; time += 1) {
      await seconds(page, wait - 1);
      assert(!(await dialog(page).isVisible()), `warned early, time ${time}`);
      await seconds(page, 1);
      assert(await dialog(page).isVisible(), `not warned, time ${time}`);
      await seconds(page, 29);
      assert(await dialog(page).isVisible(), 'the warning was shorter than 30 seconds');
      await page.locator('#stay').click();
      assert(!(await dialog(page).isVisible()), 'the warning stays');
    }
    same(path(page), STORY, 'the page after ten extensions');
    await seconds(page, wait + 30);
    await page.waitForURL(`${base}/kiosk`);
    same([await kept(page), await historyLength(page)], [0, 1], 'kept, history');
  });

  await kiosk('the warning speaks: role, name, focus inside, the seconds count down', {}, async (page) => {
    await visit(page, base, STORY);
    await seconds(page, await limit(page));
    await dialog(page).and(page.locator('[aria-labelledby][aria-describedby]')).waitFor();
    await page.getByRole('alertdialog', { name: 'Sind Sie noch da?' }).waitFor();
    assert(await page.evaluate(() => document.activeElement.closest('dialog') !== null), 'focus is outside');
    await seconds(page, 29);
    same(await page.locator('#idle-left').textContent(), '1 Sekunde', 'text');
    same(await page.locator('#idle-gauge').evaluate((gauge) => gauge.value), 1, 'gauge');
    await page.keyboard.press('Escape');
    assert(!(await dialog(page).isVisible()), 'Escape does not extend');
  });

  await kiosk('touching and typing count as presence, a long text gives more time', {}, async (page) => {
    await visit(page, base, STORY);
    const wait = await limit(page);
    await seconds(page, wait - 1);
    await page.mouse.click(5, 300);
    await seconds(page, wait - 1);
    await page.keyboard.press('Tab');
    await seconds(page, wait - 1);
    assert(!(await dialog(page).isVisible()), 'warned in spite of touches');
    await open(page, base, '/kiosk/datenschutz');
    const long = await limit(page);
    assert(long > 120, `a long page waits only ${long} seconds`);
  });

  await kiosk('a video that plays holds the warning back', {}, async (page) => {
    await visit(page, base, STORY);
    await page.evaluate(() => {
      const video = document.createElement('video');
      Object.defineProperty(video, 'paused', { value: false, writable: true });
      document.querySelector('#content').append(video);
      window.video = video;
    });
    await seconds(page, 600);
    assert(!(await dialog(page).isVisible()), 'warned during a video');
    await page.evaluate(() => { window.video.paused = true; });
    await seconds(page, await limit(page));
    assert(await dialog(page).isVisible(), 'not warned after the video');
  });

  await kiosk('“Fertig” wipes at once: storage, forms, helps, language', {}, async (page) => {
    await open(page, base, '/kiosk/en/mehr');
    await page.locator('[data-help=textSize]').click();
    await page.locator('[data-help=contrast]').click();
    await keep(page);
    await touch(page, page.getByRole('link', { name: 'Stories', exact: true }), '/kiosk/en/geschichten');
    same(await page.evaluate(() => ({ ...document.documentElement.dataset })).then(({ textSize, contrast }) => [textSize, contrast]), ['large', 'more'], 'helps on the next page');
    await page.evaluate(() => {
      const input = document.createElement('input');
      input.value = 'secret';
      document.querySelector('#content').append(input);
    });
    await touch(page, page.getByRole('link', { name: 'Done, clear everything' }), '/kiosk');
    const left = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.textSize ?? '', document.body.innerText.includes('secret')]);
    same([...left, await kept(page), await historyLength(page)], ['de', '', false, 0, 1], 'language, text size, text, kept, history');
  });

  await kiosk('all of it works with every other script blocked and after a script failed', {}, async (page) => {
    await page.route(/\/pkg\/|\.wasm/, (route) => route.abort());
    await visit(page, base, STORY);
    await page.evaluate(() => queueMicrotask(() => { throw new Error('a bundle panicked'); }));
    assert(page.noise.some((line) => line.includes('a bundle panicked')), 'the script did not fail');
    await seconds(page, (await limit(page)) + 30);
    await page.waitForURL(`${base}/kiosk`);
  });
}

async function noWayOut(kiosk, base) {
  await kiosk('history stays one page long, there is no way back', {}, async (page) => {
    await open(page, base, '/kiosk/start');
    const bar = page.getByRole('navigation', { name: 'Bedienleiste' });
    for (const [name, wanted] of [
      ['Geschichten', '/kiosk/geschichten'],
      ['Lochwand', '/kiosk/anbieter'],
      ['Kennenlernen', '/kiosk/anfrage'],
      ['Mehr und Hilfen', '/kiosk/mehr'],
      ['Start', '/kiosk/start'],
    ]) {
      await touch(page, bar.getByRole('link', { name, exact: true }), wanted);
      same(await historyLength(page), 1, `history at ${wanted}`);
    }
    same(await page.goBack(), null, 'the answer to Back');
    same(path(page), '/kiosk/start', 'the page after Back');
  });

  await kiosk('double taps, modified clicks and links outside lead nowhere else', {}, async (page) => {
    await open(page, base, '/kiosk/start');
    let asked = 0;
    page.on('request', (request) => { if (request.isNavigationRequest()) asked += 1; });
    const opened = [];
    page.context().on('page', (other) => opened.push(other.url()));
    await page.evaluate(() => {
      for (const href of ['https://example.org/', 'mailto:a@b.example', 'tel:110', '/geschichten', '/mitarbeit', '/kioskx'])
        document.querySelector('#content').insertAdjacentHTML('afterbegin', `<a class="out" target="_blank" href="${href}">${href}</a>`);
      for (const link of document.querySelectorAll('.out')) {
        link.click();
        link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true }));
      }
    });
    same([path(page), asked], ['/kiosk/start', 0], 'page and navigations');
    const stories = page.getByRole('navigation').getByRole('link', { name: 'Geschichten', exact: true });
    await stories.click({ clickCount: 2, modifiers: ['Control'] });
    await page.waitForURL('**/kiosk/geschichten');
    same([asked, opened], [1, []], 'navigations, other windows');
  });

  await kiosk('no menu, no drag, no drop, no zoom, no shortcut, no print', {}, async (page) => {
    await open(page, base, '/kiosk/start');
    const passed = await page.evaluate(() => {
      const target = document.querySelector('#content a');
      const events = [
        ...['contextmenu', 'dragstart', 'dragover', 'drop', 'auxclick'].map((type) => new Event(type, { bubbles: true, cancelable: true })),
        new WheelEvent('wheel', { ctrlKey: true, bubbles: true, cancelable: true }),
        ...['F1', 'F5', 'F11', 'F12', 'BrowserBack', 'ContextMenu'].map((key) => new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })),
        ...['p', 'r', 'w', 't', '+', '-'].map((key) => new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true, cancelable: true })),
        new KeyboardEvent('keydown', { key: 'ArrowLeft', altKey: true, bubbles: true, cancelable: true }),
      ];
      const allowed = [
        new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, cancelable: true }),
        new KeyboardEvent('keydown', { key: '@', ctrlKey: true, altKey: true, bubbles: true, cancelable: true }),
      ];
      return {
        through: events.filter((event) => target.dispatchEvent(event)).map((event) => `${event.type} ${event.key ?? ''}`),
        held: allowed.filter((event) => !target.dispatchEvent(event)).map((event) => event.key),
        print: String(window.print).includes('native'),
      };
    });
    same(passed, { through: [], held: [], print: false }, 'events');
  });
}

async function atOnce(kiosk, base) {
  for (const reducedMotion of ['no-preference', 'reduce']) {
    await kiosk(`a touch is seen in the next frame, pages pass into each other: ${reducedMotion}`, { reducedMotion }, async (page) => {
      await page.addInitScript(() => addEventListener('pagereveal', (event) => { window.passes = Boolean(event.viewTransition); }));
      await open(page, base, '/kiosk/start');
      for (const target of [page.locator('.kiosk-bar a').nth(2), page.locator('.drawer a, a.drawer').first(), page.locator('.kiosk-card a').first()]) {
        const { x, y, width, height } = await target.boundingBox();
        await page.evaluate(() => {
          addEventListener('pointerdown', () => requestAnimationFrame(() => {
            const pressed = document.querySelector('[data-pressed]');
            window.seen = Boolean(pressed) && getComputedStyle(pressed).opacity !== '1';
          }), { once: true });
        });
        await page.mouse.move(x + width / 2, y + height / 2);
        await page.mouse.down();
        await page.waitForFunction(() => 'seen' in window);
        assert(await page.evaluate(() => window.seen), `nothing seen at ${await target.innerText()}`);
        await page.mouse.move(2, 2);
        await page.mouse.up();
        await page.waitForFunction(() => !document.querySelector('[data-pressed]'));
        await page.evaluate(() => { delete window.seen; });
      }
      await touch(page, page.locator('.kiosk-bar a').nth(1), '/kiosk/geschichten');
      same(await page.evaluate(() => window.passes), reducedMotion !== 'reduce', 'passing');
    });
  }
}

async function noNetwork(kiosk, base) {
  await kiosk('without network a friendly screen, and by itself on when it is back', {}, async (page) => {
    await visit(page, base, STORY);
    await page.route('**/*', (route) => route.abort());
    await page.getByRole('link', { name: 'Lochwand' }).click();
    await page.getByRole('heading', { name: 'Gerade ohne Netz' }).waitFor();
    await seconds(page, 9);
    same(path(page), STORY, 'the address without network');
    await page.unroute('**/*');
    await arrives(page, `${base}/kiosk/anbieter`);
  });

  await kiosk('a faulty server is no network either; the visitor may go back to reading', {}, async (page) => {
    await visit(page, base, STORY);
    await page.route('**/*', (route) => route.fulfill({ status: 503 }));
    await page.getByRole('link', { name: 'Lochwand' }).click();
    await page.locator('#offline-back').click();
    assert(await page.getByRole('heading', { level: 1 }).isVisible(), 'the story is not back');
    await page.unroute('**/*');
    await seconds(page, 10);
    same(path(page), STORY, 'the page after the visitor went back');
  });

  await kiosk('a server that hangs is noticed after five seconds', {}, async (page) => {
    await open(page, base, STORY);
    await page.route('**/kiosk/anbieter', () => {});
    await page.getByRole('link', { name: 'Lochwand' }).click();
    await page.getByRole('heading', { name: 'Gerade ohne Netz' }).waitFor({ timeout: 15_000 });
  });

  await kiosk('the wipe does not wait for the network: the screen is empty at once', {}, async (page) => {
    await visit(page, base, STORY);
    await keep(page);
    await page.route('**/*', (route) => route.abort());
    await seconds(page, (await limit(page)) + 30);
    await page.getByRole('heading', { name: 'Gerade ohne Netz' }).waitFor();
    same([await page.locator('#content').innerHTML(), await kept(page)], ['', 0], 'text and storage');
    await page.locator('#offline-back').click();
    same(await page.locator('#content').innerHTML(), '', 'text after “back”');
    await page.unroute('**/*');
    await arrives(page, `${base}/kiosk`);
    same(await historyLength(page), 1, 'history');
  });
}
