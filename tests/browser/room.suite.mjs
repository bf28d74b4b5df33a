// What the room asks of the kiosk's screen: the hours it tells, the night while it is closed, a
// minute for wiping the glass; and reading aloud. Time is Playwright's, the voice is the suite's.

import { assert, axe, none, same, withPage } from './lib.mjs';

const LANDSCAPE = { viewport: { width: 1920, height: 1080 } };
const STORY = '/kiosk/geschichten/baustoffhaendler-chat';
const HOUR = 3_600_000;

const seconds = (page, n) => page.clock.runFor(n * 1000);
const isNight = (page) => page.locator('#night').isVisible();
const told = (page) => page.locator('.attract-slide:not([hidden]) [data-now]').textContent();
const ready = (page) => page.waitForFunction(() => document.body.dataset.idle);

/** The first day of opening that the page knows of. */
async function firstDay(base) {
  const html = await (await fetch(`${base}/kiosk`)).text();
  const [, from, to] = html.match(/<li data-from="(\d+)" data-to="(\d+)"/);
  return { from: Number(from), to: Number(to) };
}

/** The attract screen on a device whose clock says `time` and that has no server to ask. */
async function at(page, base, time) {
  await page.clock.install({ time: time - 60_000 });
  await page.clock.pauseAt(time);
  await page.route((url) => url.pathname === '/kiosk', (route) =>
    (route.request().method() === 'HEAD' ? route.abort() : route.continue()));
  await page.goto(`${base}/kiosk`);
  await ready(page);
  await seconds(page, 1);
}

export default async function suite({ chrome, base, check }) {
  const kiosk = (name, options, act) => check(name, () => withPage(chrome, { ...LANDSCAPE, ...options }, act));
  const { from, to } = await firstDay(base);

  await kiosk('while it is open the screen says until when and stays awake', {}, async (page) => {
    await at(page, base, from + HOUR);
    assert(/^Jetzt geöffnet, bis \d\d:\d\d Uhr$/.test(await told(page)), await told(page));
    await seconds(page, 300);
    assert(!(await isNight(page)), 'night during opening hours');
  });

  await kiosk('while it is closed it says when it opens, and after a minute it is night', {}, async (page) => {
    await at(page, base, to + HOUR);
    assert(/^Jetzt geschlossen\. Wir öffnen \S+, \d+\. \S+, \d\d:\d\d Uhr$/.test(await told(page)), await told(page));
    assert(!(await isNight(page)), 'night at once');
    await seconds(page, 62);
    assert(await isNight(page), 'no night after a minute');
    const story = await page.locator('.attract-slide:not([hidden]) .touch').getAttribute('href');
    await seconds(page, 60);
    same(await page.locator('.attract-slide:not([hidden]) .touch').getAttribute('href'), story, 'the story under the night');
    await page.mouse.click(900, 400);
    assert(!(await isNight(page)), 'a touch does not wake it');
    same(new URL(page.url()).pathname, '/kiosk', 'the page after waking');
    await seconds(page, 70);
    assert(await isNight(page), 'it does not fall asleep again');
    await page.keyboard.press('Tab');
    assert(!(await isNight(page)), 'a key does not wake it');
  });

  await kiosk('it wakes by itself when the room opens', {}, async (page) => {
    await at(page, base, from - 120_000);
    await seconds(page, 62);
    assert(await isNight(page), 'no night');
    await seconds(page, 90);
    assert(!(await isNight(page)), 'night after opening');
  });

  await kiosk('a clock that cannot be right says the plain hours, and it never becomes night', {}, async (page) => {
    await at(page, base, from - 400 * 24 * HOUR);
    const plain = await told(page);
    assert(/geöffnet von|heute geschlossen/.test(plain), plain);
    await seconds(page, 300);
    assert(!(await isNight(page)), 'night without a clock');
  });

  await kiosk('the clock of the server counts where there is one', {}, async (page) => {
    await page.clock.install({ time: from - 26 * HOUR });
    await page.route((url) => url.pathname === '/kiosk', (route) => (route.request().method() === 'HEAD'
      ? route.fulfill({ status: 200, headers: { date: new Date(from + HOUR).toUTCString() } })
      : route.continue()));
    await page.goto(`${base}/kiosk`);
    await page.getByText(/^Jetzt geöffnet, bis/).first().waitFor();
  });

  await kiosk('axe finds nothing at night and while the glass is wiped', {}, async (page) => {
    await page.goto(`${base}/kiosk`);
    await page.evaluate(() => {
      document.querySelector('#night').hidden = false;
      for (const one of document.querySelectorAll('#content > :not(#night)')) one.inert = true;
    });
    none(await axe(page), 'violations at night');
    await page.goto(`${base}/kiosk/start`);
    await page.evaluate(() => document.querySelector('#cleaning').showModal());
    none(await axe(page), 'violations while it is wiped');
  });

  await cleaning(kiosk, base);
  await speech(kiosk, base);
}

async function cleaning(kiosk, base) {
  const shown = (page) => page.locator('#cleaning').evaluate((dialog) => dialog.open);
  const start = async (page) => {
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(60_000);
    await page.goto(base + STORY);
    await ready(page);
  };

  await kiosk('five seconds on the corner: a minute without touches, then the visit is gone', {}, async (page) => {
    await start(page);
    await page.evaluate(() => sessionStorage.setItem('visit', 'secret'));
    await page.mouse.move(20, 20);
    await page.mouse.down();
    await seconds(page, 4);
    assert(!(await shown(page)), 'too early');
    await seconds(page, 2);
    await page.mouse.up();
    assert(await shown(page), 'not shown');
    for (const [x, y] of [[100, 1000], [900, 1000], [1800, 1000], [960, 540]]) await page.mouse.click(x, y);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    assert(await shown(page), 'a touch ended it');
    same(new URL(page.url()).pathname, STORY, 'the page below');
    await seconds(page, 61);
    await page.waitForURL(`${base}/kiosk`);
    same(await page.evaluate(() => sessionStorage.length), 0, 'kept');
  });

  await kiosk('a shorter touch and one elsewhere begin nothing', {}, async (page) => {
    await start(page);
    for (const [x, y, wait] of [[20, 20, 4], [400, 20, 8]]) {
      await page.mouse.move(x, y);
      await page.mouse.down();
      await seconds(page, wait);
      await page.mouse.up();
      await seconds(page, 10);
    }
    assert(!(await shown(page)), 'shown');
  });

  await kiosk('the desk begins it and ends it', {}, async (page) => {
    await start(page);
    const report = (cleaning) => page.evaluate((detail) => dispatchEvent(new CustomEvent('kiosk-device', { detail })), { paired: true, cleaning });
    await report(true);
    assert(await shown(page), 'not begun');
    for (let n = 0; n < 4; n += 1) {
      await seconds(page, 30);
      await report(true);
    }
    assert(await shown(page), 'it does not last');
    await report(false);
    await seconds(page, 2);
    await page.waitForURL(`${base}/kiosk`);
  });
}

async function speech(kiosk, base) {
  /** A voice whose sentences end when the test says so. */
  const voice = (page, langs) => page.addInitScript((languages) => {
    window.spoken = [];
    let now = null;
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    const engine = new EventTarget();
    Object.assign(engine, {
      getVoices: () => languages.map((lang) => ({ lang, localService: !lang.startsWith('fr'), name: lang })),
      speak: (words) => { now = words; window.spoken.push(words.text); },
      cancel: () => { now = null; },
      pause: () => { window.held = true; },
      resume: () => { window.held = false; },
    });
    Object.defineProperty(window, 'speechSynthesis', { value: engine });
    window.goOn = () => now?.onend();
  }, langs);
  const marked = (page) => page.evaluate(() => [...CSS.highlights.get('speaking')].map(String));

  await kiosk('read aloud: sentence by sentence, the one that is read marked', {}, async (page) => {
    await voice(page, ['de-DE']);
    await page.goto(base + STORY);
    await ready(page);
    await page.getByRole('button', { name: 'Vorlesen' }).click();
    const first = await page.evaluate(() => [window.spoken, document.querySelector('#content h1').textContent]);
    same(first[0][0].replaceAll('­', ''), first[1].replaceAll('­', ''), 'the first words');
    const heard = [];
    for (let n = 0; n < 8; n += 1) {
      heard.push(...await marked(page));
      await page.evaluate(() => window.goOn());
    }
    same(heard.length, 8, 'marks');
    assert(new Set(heard).size > 6, `the same again: ${heard}`);
    await page.getByRole('button', { name: 'Anhalten' }).click();
    assert(await page.evaluate(() => window.held), 'it does not hold');
    await page.getByRole('button', { name: 'Anhalten' }).click();
    assert(!(await page.evaluate(() => window.held)), 'it does not go on');
    await page.getByRole('button', { name: 'Vorlesen' }).click();
    same(await marked(page), [], 'marks after stopping');
    assert(!(await page.getByRole('button', { name: 'Anhalten' }).isVisible()), 'the second key stays');
  });

  await kiosk('it falls silent at the wipe and does not hold the screen awake for ever', {}, async (page) => {
    await voice(page, ['de-DE']);
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(60_000);
    await page.goto(base + STORY);
    await ready(page);
    await page.getByRole('button', { name: 'Vorlesen' }).click();
    await seconds(page, 55);
    assert(!(await page.locator('#idle').evaluate((dialog) => dialog.open)), 'warned while reading');
    await seconds(page, 10);
    same(await marked(page), [], 'an engine that hangs');
    await page.getByRole('button', { name: 'Vorlesen' }).click();
    await page.route('**/*', (route) => route.abort());
    await page.getByRole('link', { name: 'Fertig, alles löschen' }).click();
    same(await marked(page), [], 'marks after the wipe');
  });

  await kiosk('without a voice of the device for the language there is no key', {}, async (page) => {
    await voice(page, ['en-GB', 'fr-FR']);
    await page.goto(`${base}/kiosk/start`);
    await ready(page);
    assert(!(await page.getByRole('button', { name: 'Vorlesen' }).isVisible()), 'a key without a voice');
    await page.goto(`${base}/kiosk/en/start`);
    await ready(page);
    assert(await page.getByRole('button', { name: 'Read aloud' }).isVisible(), 'no key with a voice');
  });
}
