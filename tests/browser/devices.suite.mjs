// Pairing a kiosk and measuring its screen, at the kiosk and at the desk: with the script and without,
// with keys alone, without network, and without barriers.

import { assert, axe, none, program, same, settled, withPage } from './lib.mjs';
import * as people from './people.mjs';
import { DESK, PHONE } from './tour.mjs';

const LANDSCAPE = { width: 1920, height: 1080 };
const PORTRAIT = { width: 1080, height: 1920 };

export default async function suite({ chrome, check }) {
  const server = await program({ command: 'demo' });
  try {
    const administrator = await withPage(chrome, { viewport: DESK }, async (page) => {
      await people.signInOnce(page, server, 'Verwaltung');
      return page.context().storageState();
    });
    const run = (name, options, act) => check(name, () => withPage(chrome, { viewport: LANDSCAPE, ...options }, (kiosk) =>
      withPage(chrome, { viewport: DESK, storageState: administrator, javaScriptEnabled: options.javaScriptEnabled }, (desk) =>
        act(kiosk, desk, server.base))));
    await scripted(run);
    await unscripted(run);
    await barriers(check, chrome, server.base, administrator);
  } finally {
    await server.stop();
  }
}

/** Opens a page as the kiosk's browser does: the first and only entry of the history. */
async function open(page, address) {
  await page.evaluate((url) => location.replace(url), address);
  await page.waitForURL(address);
}

const codeOn = (page) => page.locator('#code').evaluate((code) => [...code.children].map((part) => part.textContent).join('-'));

/** The size of a millimetre as the kiosk's pages get it. */
const millimetre = (page, base) => page.evaluate((url) => fetch(url).then((answer) => answer.text()), `${base}/kiosk/geraet.css`);

/** Enters a device at the desk and stays on its page. */
async function entered(desk, base, name) {
  await desk.goto(`${base}/mitarbeit/geraete`);
  await desk.getByRole('link', { name: 'Gerät anlegen' }).click();
  await desk.getByLabel('Name').fill(name);
  await desk.getByLabel('Wo es steht').fill('links neben der Tür');
  await desk.getByRole('button', { name: 'Anlegen' }).click();
  await desk.getByText('Das Gerät ist angelegt.').waitFor();
}

async function typed(desk, code) {
  await desk.getByLabel('Code vom Bildschirm').fill(code);
  await desk.getByRole('button', { name: 'Koppeln', exact: true }).click();
}

async function scripted(run) {
  await run('a kiosk shows a code by itself, notices that it was typed, and is measured with a card', {}, async (kiosk, desk, base) => {
    await entered(desk, base, 'Kiosk Eingang');
    await open(kiosk, `${base}/kiosk/koppeln`);
    await kiosk.locator('#code').waitFor();
    const shown = await codeOn(kiosk);
    assert(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/.test(shown), shown);
    await typed(desk, '0000-0000');
    await desk.getByText('Diesen Code zeigt gerade kein Kiosk.').first().waitFor();
    await typed(desk, shown.toLowerCase());
    await desk.getByText('Gekoppelt. Der Bildschirm merkt es').waitFor();
    await kiosk.waitForURL(`${base}/kiosk/einmessen`);

    const card = kiosk.locator('#card');
    const width = async () => (await card.boundingBox()).width;
    await kiosk.getByRole('button', { name: '43 Zoll' }).click();
    same(Math.round(await width()), 173, 'the card on 43 inches');
    assert((await kiosk.locator('#diagonal').textContent()).includes('43 Zoll'), 'it says what that would be');
    const ratio = await card.evaluate((node) => node.offsetWidth / node.offsetHeight);
    assert(Math.abs(ratio - 85.6 / 53.98) < 0.02, `the card is ${ratio} as wide as high`);
    const before = await width();
    for (let n = 0; n < 5; n += 1) await kiosk.keyboard.press('+');
    await kiosk.getByRole('button', { name: 'Rahmen größer' }).press('Enter');
    same(Math.round((await width()) - before), 6, 'pixels after six steps');
    for (let n = 0; n < 6; n += 1) await kiosk.keyboard.press('-');
    await kiosk.getByRole('button', { name: 'Passt, speichern' }).press('Enter');
    await kiosk.getByText('Gespeichert.').waitFor();
    same((await millimetre(kiosk, base)).trim(), ':root{--mm:2.017px}', 'the millimetre');
    same(await kiosk.evaluate(() => history.length), 1, 'entries of the history');
    await desk.reload();
    await desk.getByText('43 Zoll, 1920 × 1080').waitFor();
    none([...kiosk.noise, ...desk.noise.filter((line) => !line.includes('422'))], 'console');
  });

  await run('a code is replaced before it ends', {}, async (kiosk, desk, base) => {
    await kiosk.clock.install();
    await open(kiosk, `${base}/kiosk/koppeln`);
    await kiosk.locator('#code').waitFor();
    const first = await codeOn(kiosk);
    await kiosk.clock.fastForward('09:45');
    await kiosk.waitForFunction((old) => {
      const parts = [...document.querySelectorAll('#code span')].map((part) => part.textContent);
      return parts.length === 2 && parts.join('-') !== old;
    }, first);
    // Whoever was just typing the old one is not turned away.
    await entered(desk, base, 'Kiosk Ablösung');
    await typed(desk, first);
    await desk.getByText('Gekoppelt. Der Bildschirm merkt es').waitFor();
  });

  await run('without network it says so, and goes on by itself', {}, async (kiosk, desk, base) => {
    await open(kiosk, `${base}/kiosk/koppeln`);
    await kiosk.locator('#code').waitFor();
    await kiosk.context().setOffline(true);
    await kiosk.getByText('Gerade keine Verbindung.').waitFor();
    await kiosk.context().setOffline(false);
    await kiosk.getByText('Gerade keine Verbindung.').waitFor({ state: 'hidden' });
    await entered(desk, base, 'Kiosk Funkloch');
    await typed(desk, await codeOn(kiosk));
    await kiosk.waitForURL(`${base}/kiosk/einmessen`);
  });
}

async function unscripted(run) {
  await run('without the script buttons do the same', { javaScriptEnabled: false }, async (kiosk, desk, base) => {
    await entered(desk, base, 'Kiosk ohne Skript');
    await kiosk.goto(`${base}/kiosk/koppeln`);
    await kiosk.getByRole('button', { name: 'Code anzeigen' }).click();
    await typed(desk, await kiosk.locator('#code').textContent());
    await desk.getByText('Gekoppelt.').waitFor();
    await kiosk.getByRole('link', { name: 'Code ist eingetippt, weiter' }).click();
    await kiosk.getByRole('heading', { name: 'Das ist „Kiosk ohne Skript“' }).waitFor();
    await kiosk.getByRole('link', { name: 'Bildschirm einmessen' }).click();
    await kiosk.getByLabel('Bildschirmdiagonale in Zoll').fill('zwei Meter');
    await kiosk.getByRole('button', { name: 'Passt, speichern' }).click();
    await kiosk.getByText('Bitte geben Sie eine Zahl zwischen 7 und 120 an').waitFor();
    await kiosk.getByLabel('Bildschirmdiagonale in Zoll').fill('55');
    await kiosk.getByLabel('Auflösung').selectOption({ label: '1080 × 1920, hoch' });
    await kiosk.getByRole('button', { name: 'Passt, speichern' }).click();
    await kiosk.getByText('Gespeichert.').waitFor();
    await desk.reload();
    await desk.getByText('55 Zoll, 1080 × 1920').waitFor();
    await desk.getByText('Entkoppeln').first().click();
    await desk.getByRole('button', { name: 'Jetzt entkoppeln' }).click();
    await desk.getByText('Der Kiosk gilt ab sofort nicht mehr als unserer.').waitFor();
    await kiosk.goto(`${base}/kiosk/einmessen`);
    await kiosk.getByText('Koppeln Sie diesen Kiosk zuerst.').waitFor();
  });
}

async function barriers(check, chrome, base, administrator) {
  await check('axe finds nothing on a kiosk being set up, and everything fits', () =>
    withPage(chrome, { viewport: LANDSCAPE, reducedMotion: 'reduce' }, (kiosk) =>
      withPage(chrome, { viewport: DESK, storageState: administrator }, async (desk) => {
        const faults = [];
        const look = async (what) => {
          for (const size of [LANDSCAPE, PORTRAIT]) {
            await kiosk.setViewportSize(size);
            await settled(kiosk);
            faults.push(...(await axe(kiosk)).map((fault) => `${what} ${size.width}: ${fault}`));
            const over = await kiosk.evaluate(() => {
              const main = document.querySelector('#content');
              return Math.max(main.scrollHeight - main.clientHeight, main.scrollWidth - main.clientWidth);
            });
            if (over > 1) faults.push(`${what} ${size.width}: ${over} px too large`);
            const small = await kiosk.locator('main a:visible, main button:visible').evaluateAll((all) =>
              all.filter((one) => Math.min(one.offsetWidth, one.offsetHeight) < 64).map((one) => one.textContent));
            faults.push(...small.map((text) => `${what} ${size.width}: „${text}“ is small`));
          }
        };
        await kiosk.goto(`${base}/kiosk/einmessen`);
        await look('unpaired');
        for (const path of ['/kiosk/koppeln', '/kiosk/en/koppeln']) {
          await kiosk.goto(base + path);
          await kiosk.locator('#code').waitFor();
          await look(path);
        }
        await entered(desk, base, 'Kiosk Prüfung');
        await typed(desk, await codeOn(kiosk));
        await kiosk.waitForURL(`${base}/kiosk/en/einmessen`);
        for (const path of ['/kiosk/einmessen', '/kiosk/en/einmessen', '/kiosk/koppeln']) {
          await kiosk.goto(base + path);
          await look(path);
        }
        none(faults, 'faults');
        none(kiosk.noise, 'console');
      })));

  await check('axe finds nothing on the pages of the desk, light and dark', async () => {
    const faults = [];
    for (const viewport of [PHONE, DESK]) {
      for (const colorScheme of ['light', 'dark']) {
        await withPage(chrome, { viewport, colorScheme, storageState: administrator, reducedMotion: 'reduce' }, async (desk) => {
          await desk.goto(`${base}/mitarbeit/geraete`);
          const first = await desk.locator('.desk-table tbody th a').first().getAttribute('href');
          for (const path of ['/mitarbeit/geraete', '/mitarbeit/geraete/neu', first]) {
            await desk.goto(base + path);
            for (const fold of await desk.locator('details').all()) await fold.evaluate((one) => { one.open = true; });
            faults.push(...(await axe(desk)).map((fault) => `${path} ${viewport.width} ${colorScheme}: ${fault}`));
            const wide = await desk.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            if (wide > 0) faults.push(`${path} ${viewport.width}: ${wide} px too wide`);
          }
        });
      }
    }
    none(faults, 'faults');
  });
}
