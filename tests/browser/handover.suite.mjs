// From the kiosk to the own phone: codes to scan, read off screenshots by two independent decoders, and
// codes to type; with the server away, without scripts, in both orientations and on large screens.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { assert, axe, none, same, settled, withPage } from './lib.mjs';

const STORY = 'naehkurs';
const OTHER = 'pflege-touren';
const PROVIDER = 'demir-digital';
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** Screens by their size: pixels, and how many of them are a millimetre. */
const SCREENS = [
  { name: '24 inches', width: 1920, height: 1080, mm: 3.61 },
  { name: '24 inches upright', width: 1080, height: 1920, mm: 3.61 },
  { name: '55 inches', width: 1920, height: 1080, mm: 1.577 },
  { name: '55 inches upright', width: 1080, height: 1920, mm: 1.577 },
];

/**
 * Dark and light as they are seen: on the screen itself, under a lamp, and with the sun on it. The last
 * is 40 % of contrast, below which ISO/IEC 15415 gives no better grade than D.
 */
const LIGHTS = [[0, 255], [90, 245], [140, 242]];

export default async function suite({ chrome, base, check }) {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm) } });
  await codes(chrome, base, check);
  await visit(chrome, base, check);
  await phone(chrome, base, check);
}

/** Gets a code as the kiosk's form does; the page that shows it. */
async function offered(base, place, selection) {
  const answer = await fetch(`${base}${place}/mitnehmen`, {
    method: 'POST', redirect: 'manual', body: new URLSearchParams({ auswahl: selection }),
  });
  same(answer.status, 303, `a code for ${selection}`);
  return answer.headers.get('location');
}

async function codes(chrome, base, check) {
  await check('every code on the screen is read by two decoders, in bad light too, and is large enough', async () => {
    const wanted = [];
    for (const [place, web] of [['/kiosk', ''], ['/kiosk/en', '/en']]) {
      const shown = await offered(base, place, `shortlist ${STORY} ${OTHER}`);
      const code = shown.split('/').pop().replace('-', '');
      wanted.push(
        [shown, `${web}/m/${code}`],
        [`${place}/geschichten/${STORY}`, `${web}/g/${STORY}`],
        [`${place}/geschichten/${STORY}/mitnehmen`, `${web}/g/${STORY}`],
        [`${place}/anbieter/${PROVIDER}`, `${web}/anbieter/${PROVIDER}`],
        [`${place}/anbieter/${PROVIDER}/mitnehmen`, `${web}/anbieter/${PROVIDER}`],
        [`${place}/anfrage?geschichte=${STORY}`, `${web}/anfrage?geschichte=${STORY}&kanal=handoff`],
        [`${place}/merkzettel?g=${STORY}&g=${OTHER}`, `${web}/merkzettel?g=${STORY}&g=${OTHER}`],
      );
    }
    const faults = [];
    let read = 0;
    for (const { name, width, height, mm } of SCREENS) {
      await withPage(chrome, { viewport: { width, height }, reducedMotion: 'reduce' }, async (page) => {
        for (const [address, target] of wanted) {
          await page.goto(base + address);
          await page.evaluate((size) => document.documentElement.style.setProperty('--mm', `${size}px`), mm);
          const svg = page.locator('.qr svg').first();
          await svg.scrollIntoViewIfNeeded();
          const { modules, side } = await svg.evaluate((drawn) => ({
            modules: drawn.viewBox.baseVal.width, side: drawn.getBoundingClientRect().width,
          }));
          const where = `${name}, ${address}`;
          // To a twentieth of a millimetre: pixels are whole.
          if (side / mm < 29.95) faults.push(`${where}: ${(side / mm).toFixed(1)} mm`);
          if (side / modules < 2) faults.push(`${where}: ${(side / modules).toFixed(1)} px a module`);
          const picture = PNG.sync.read(await page.screenshot());
          const found = await svg.boundingBox();
          quiet(picture, found, modules).forEach((fault) => faults.push(`${where}: ${fault}`));
          for (const light of LIGHTS) {
            const seen = dimmed(picture, light);
            const texts = await decoded(seen);
            for (const [decoder, text] of Object.entries(texts)) {
              // jsQR takes even areas of a large code for noise when they are that pale.
              if (light === LIGHTS.at(-1) && decoder === 'jsQR') continue;
              if (text !== `${base}${target}`) faults.push(`${where}, ${light}: ${decoder} reads ${text}`);
              read += 1;
            }
          }
        }
      });
    }
    none(faults, 'codes');
    return `${read} readings`;
  });
}

/** What two decoders that know nothing of each other read off a picture. */
async function decoded(picture) {
  const { data, width, height } = picture;
  const pixels = { data: new Uint8ClampedArray(data), width, height, colorSpace: 'srgb' };
  const [zxing] = await readBarcodes(pixels, { formats: ['QRCode'], tryHarder: true });
  return { jsQR: jsQR(pixels.data, width, height)?.data, zxing: zxing?.text };
}

/** The picture with black and white as the light makes them. */
function dimmed(picture, [dark, light]) {
  const seen = new PNG({ width: picture.width, height: picture.height });
  for (let at = 0; at < picture.data.length; at += 1) {
    seen.data[at] = at % 4 === 3 ? 255 : dark + (picture.data[at] * (light - dark)) / 255;
  }
  return seen;
}

/** Four modules around a code are white (ISO/IEC 18004, 9.1), and what is dark in it is black. */
function quiet(picture, { x, y, width, height }, modules) {
  const module = width / modules;
  const grey = (left, top) => picture.data[(Math.round(top) * picture.width + Math.round(left)) * 4];
  const faults = [];
  for (let step = 1; step < modules - 1; step += 1) {
    for (const edge of [0.5, 1.5, 2.5, 3.5]) {
      const [along, near] = [step * module, edge * module];
      for (const [left, top] of [[along, near], [along, height - near], [near, along], [width - near, along]]) {
        if (grey(x + left, y + top) < 250) faults.push(`the margin is not white at ${Math.round(left)}, ${Math.round(top)}`);
      }
    }
  }
  if (grey(x + 4.5 * module, y + 4.5 * module) > 5) faults.push('the corner is not black');
  return faults.slice(0, 1);
}

const path = (page) => new URL(page.url()).pathname;
const typedCode = (page) => page.locator('.kiosk-spoken [aria-hidden]').textContent();

/** Opens a page as the kiosk's browser does: the first and only entry of the history. */
async function open(page, base, address) {
  await page.evaluate((url) => location.replace(url), base + address);
  await page.waitForURL(base + address);
  await page.waitForFunction(() => document.body.dataset.idle);
}

async function visit(chrome, base, check) {
  const kiosk = (name, options, act) =>
    check(name, () => withPage(chrome, { viewport: SCREENS[0], reducedMotion: 'reduce', ...options }, async (page) => {
      await act(page);
      none(page.noise.filter((line) => !/Failed to load resource|net::ERR/.test(line)), 'console');
    }));

  await kiosk('a touch on the code of a story leads to the code to type, without history', {}, async (page) => {
    await open(page, base, `/kiosk/geschichten/${STORY}`);
    await page.locator('a.tear-off').click();
    await page.waitForURL(/\/kiosk\/mitnehmen\/....-....$/);
    same(await page.evaluate(() => history.length), 1, 'entries of the history');
    const code = await typedCode(page);
    assert(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/.test(code), code);
    await withPage(chrome, PHONE, async (own) => {
      await own.goto(`${base}/m`);
      await own.getByLabel('Code eingeben').fill(code.toLowerCase().replace('-', ''));
      await own.getByRole('button', { name: 'Öffnen' }).click();
      await own.waitForURL(new RegExp(`/geschichten/${STORY}`));
      await own.getByRole('link', { name: 'Kennenlernen vereinbaren' }).first().click();
      await own.waitForURL(/\/anfrage\?/);
      same(await own.locator('[name=channel]').inputValue(), 'handoff', 'the channel of the request');
      same(await own.locator('[name=story]').inputValue(), STORY, 'its origin');
    });
    await page.getByRole('link', { name: 'Zurück' }).click();
    await page.waitForURL(`${base}/kiosk/geschichten/${STORY}`);
  });

  await kiosk('several stories travel as one list, and the wipe forgets it', {}, async (page) => {
    for (const [id, ids] of [[STORY, [STORY]], [OTHER, [STORY, OTHER]]]) {
      await open(page, base, `/kiosk/geschichten/${id}/mitnehmen`);
      await page.getByRole('link', { name: 'Mehrere Geschichten mitnehmen' }).click();
      await page.waitForURL(`${base}/kiosk/merkzettel?${ids.map((one) => `g=${one}`).join('&')}`);
    }
    await page.getByRole('button', { name: 'Mitnehmen mit kurzem Code' }).click();
    await page.waitForURL(/\/kiosk\/mitnehmen\//);
    await withPage(chrome, PHONE, async (own) => {
      await own.goto(`${base}/m/${await typedCode(page)}`);
      same(new URL(own.url()).search, `?g=${STORY}&g=${OTHER}&kanal=handoff`, 'the list on the phone');
    });
    await page.getByRole('link', { name: 'Fertig, alles löschen' }).click();
    await page.waitForURL(`${base}/kiosk`);
    same(await page.evaluate(() => sessionStorage.length), 0, 'what is kept');
  });

  await kiosk('a request begins with what was looked at', {}, async (page) => {
    await open(page, base, `/kiosk/anfrage?anbieter=${PROVIDER}`);
    await page.getByRole('button', { name: 'Mitnehmen mit kurzem Code' }).click();
    await page.waitForURL(/\/kiosk\/mitnehmen\//);
    await withPage(chrome, PHONE, async (own) => {
      await own.goto(`${base}/m/${await typedCode(page)}`);
      same(new URL(own.url()).search, `?anbieter=${PROVIDER}&kanal=handoff`, 'the request on the phone');
    });
  });

  await kiosk('without the server the touch leads to the code that needs none, and a button says so', {}, async (page) => {
    await page.route('**/kiosk/mitnehmen', (route) => route.abort());
    await open(page, base, `/kiosk/geschichten/${STORY}`);
    await page.locator('a.tear-off').click();
    await page.waitForURL(`${base}/kiosk/geschichten/${STORY}/mitnehmen`);
    await page.getByRole('button', { name: 'Mitnehmen mit kurzem Code' }).click();
    await page.getByText('Gerade gibt es keinen Code.').waitFor();
    same(await page.evaluate(() => history.length), 1, 'entries of the history');
  });

  await kiosk('without scripts the same ways are a link and a button', { javaScriptEnabled: false }, async (page) => {
    await page.goto(`${base}/kiosk/geschichten/${STORY}`);
    await page.locator('a.tear-off').click();
    same(path(page), `/kiosk/geschichten/${STORY}/mitnehmen`, 'the page of the link');
    await page.getByRole('button', { name: 'Mitnehmen mit kurzem Code' }).click();
    assert(/^\/kiosk\/mitnehmen\/....-....$/.test(path(page)), path(page));
  });

  await check('the pages of a code fit the screen and have no barrier, in every language', async () => {
    const faults = [];
    for (const place of ['/kiosk', '/kiosk/en', '/kiosk/ls']) {
      for (const selection of [`story ${STORY}`, 'request', `shortlist ${STORY} ${OTHER}`]) {
        const shown = await offered(base, place, selection);
        await withPage(chrome, { viewport: SCREENS[0], reducedMotion: 'reduce' }, async (page) => {
          await page.goto(base + shown);
          for (const { width, height } of SCREENS.slice(0, 2)) {
            await page.setViewportSize({ width, height });
            await settled(page);
            const where = `${place}, ${selection}, ${width} px`;
            const over = await page.evaluate(() => {
              const main = document.querySelector('#content');
              const end = main.getBoundingClientRect().bottom;
              const nodes = [...main.querySelectorAll('p, a, h1, h2, .qr')].filter((node) => !node.closest('.visually-hidden'));
              return Math.max(main.scrollWidth - main.clientWidth, ...nodes.map((node) => node.getBoundingClientRect().bottom - end));
            });
            if (over > 1) faults.push(`${where}: ${over} px too large`);
            faults.push(...(await axe(page)).map((fault) => `${where}: ${fault}`));
          }
        });
      }
    }
    none(faults, 'faults');
  });
}

async function phone(chrome, base, check) {
  await check('the page for typing a code has no barrier, keeps what was typed, and shows a way on', () =>
    withPage(chrome, PHONE, async (page) => {
      for (const place of ['', '/en', '/ls']) {
        await page.goto(`${base}${place}/m`);
        none(await axe(page), `${place}/m`);
        await page.locator('#code').fill('7f3k 92qx');
        await page.locator('#code').press('Enter');
        await page.locator('#error-summary').waitFor();
        same(await page.locator('#code').inputValue(), '7f3k 92qx', 'what was typed');
        none(await axe(page), `${place}/m with a wrong code`);
        await page.goto(`${base}${place}/m/7F3K-92QX`);
        none(await axe(page), `${place}/m/7F3K-92QX`);
        assert(await page.locator(`main a[href="${place}/geschichten"]`).isVisible(), 'no way on');
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert(wide <= 0, `${place}/m is ${wide} px too wide`);
      }
    }),
  );
}
