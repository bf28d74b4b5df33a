// Writing at the kiosk with a person beside: opened from the desk, typed on the keyboard of the page,
// sent once, and nothing of it left.

import { arrived, assert, axe, newPage, none, program, same } from './lib.mjs';
import { signInOnce } from './people.mjs';

const LANDSCAPE = { width: 1920, height: 1080 };
const PORTRAIT = { width: 1080, height: 1920 };
const FORM = '/kiosk/anfrage/ausfuellen';
const OPEN = 'Eingabe für 10 Minuten freigeben';

const key = (page, name) => page.locator('#keyboard').getByRole('button', { name, exact: true });
const keyboard = (page) => page.locator('#keyboard');
const ready = (page) => page.waitForFunction(() => document.body.dataset.idle);

/** Types a text with the keys on the screen, as they are labelled. */
async function type(page, text) {
  for (const sign of text) {
    const plain = await page.locator('#keyboard [data-key]').evaluateAll((keys, wanted) => {
      const one = keys.find((found) => found.dataset.key === wanted && !found.hidden);
      if (one) return 'plain';
      return keys.some((found) => found.dataset.shifted === wanted) ? 'shifted' : '';
    }, sign);
    assert(plain, `there is no key for ${sign}`);
    const shift = key(page, 'Großbuchstaben und Zeichen');
    const on = (await shift.getAttribute('aria-pressed')) === 'true';
    if (on !== (plain === 'shifted')) await shift.click();
    await page.locator(`#keyboard [data-${plain === 'shifted' ? 'shifted' : 'key'}="${sign === '"' ? '\\"' : sign}"]`).click();
  }
}

export default async function suite({ chrome, check }) {
  const server = await program({ command: 'demo' });
  const { base } = server;
  const desk = await newPage(chrome, {});
  const kiosk = await newPage(chrome, { viewport: LANDSCAPE });
  try {
    await check('staff pairs a kiosk and opens it; only then it offers to write here', async () => {
      await pair(desk, kiosk, server);
      await kiosk.goto(`${base}/kiosk/anfrage?geschichte=baustoffhaendler-chat`);
      await ready(kiosk);
      assert(!(await kiosk.locator('#assisted-way').isVisible()), 'offered without leave');
      await signInOnce(desk, server, 'Beratung');
      await desk.goto(`${base}/mitarbeit/geraete/eingabe`);
      none(await axe(desk), 'violations at the desk');
      await desk.getByRole('button', { name: OPEN }).first().click();
      await desk.getByText('Das Gerät ist für zehn Minuten freigegeben.').waitFor();
      await kiosk.locator('#assisted-way').click({ timeout: 15_000 });
      await kiosk.waitForURL(`${base}${FORM}?geschichte=baustoffhaendler-chat`);
      await ready(kiosk);
      same(await kiosk.evaluate(() => history.length), 2, 'history, with the first page of the tab');
    });

    await check('the keyboard writes, and never covers the field, both ways round', () => keys(kiosk));

    await check('a request typed with the keys arrives once, and nothing of it stays', () => send(kiosk, base, server));

    await check('idle in the middle of the form clears it', async () => {
      await desk.reload();
      const page = await kiosk.context().newPage();
      await page.clock.install({ time: 0 });
      await page.clock.pauseAt(60_000);
      await page.goto(base + FORM);
      await ready(page);
      await page.getByLabel('Worum geht es bei Ihnen?').click();
      await type(page, 'Geheim');
      assert(await keyboard(page).isVisible(), 'no keyboard');
      await page.clock.runFor((Number(await page.locator('body').getAttribute('data-idle')) + 31) * 1000);
      await page.waitForURL(`${base}/kiosk`);
      const kept = await page.evaluate(() => sessionStorage.length + localStorage.length);
      assert(kept === 0 && !(await page.content()).includes('Geheim'), 'something stays');
      await page.close();
    });

    await check('the time is over: what nobody began goes at once, what was begun five minutes later', async () => {
      for (const begun of [false, true]) {
        const page = await kiosk.context().newPage();
        await page.clock.install({ time: 0 });
        await page.clock.pauseAt(60_000);
        await page.goto(base + FORM);
        await ready(page);
        const left = Number(await page.locator('#assisted').getAttribute('data-left'));
        assert(left > 0 && left <= 600, `${left} seconds left`);
        // Somebody is there all the time.
        const wait = async (seconds) => {
          for (let n = 0; n < seconds; n += 20) {
            await page.clock.runFor(Math.min(20, seconds - n) * 1000);
            await page.mouse.move(5, 300 + (n % 7));
            await page.mouse.click(5, 300);
          }
        };
        if (begun) await page.getByLabel('Worum geht es bei Ihnen?').pressSequentially('x');
        await wait(left - 5);
        same(new URL(page.url()).pathname, FORM, 'before the end');
        if (begun) {
          await wait(290);
          same(new URL(page.url()).pathname, FORM, 'in the five minutes after');
        }
        // No touch any more: it would lead on from the screen at rest.
        // Second by second: the question whether the server is there ends after five of them.
        for (let n = 0; n < 20 && page.url() !== `${base}/kiosk`; n += 1) {
          await page.clock.runFor(1_000);
          await page.waitForURL(`${base}/kiosk`, { timeout: 500 }).catch(() => {});
        }
        same(page.url(), `${base}/kiosk`, 'the page when the time is over');
        await page.close();
      }
    });

    await check('ended at the desk, the kiosk leads to the usual ways', async () => {
      await desk.goto(`${base}/mitarbeit/geraete/eingabe`);
      await desk.getByRole('button', { name: 'Eingabe beenden' }).click();
      await desk.getByText('Die Eingabe am Gerät ist beendet.').waitFor();
      await kiosk.goto(base + FORM);
      same(new URL(kiosk.url()).pathname, '/kiosk/anfrage', 'the page');
    });
    none(kiosk.noise.filter((line) => !/422|Failed to load resource/.test(line)), 'console');
  } finally {
    await kiosk.context().close();
    await desk.context().close();
    await server.stop();
  }
}

/** The administrator enters a kiosk and types the code that it shows. */
async function pair(desk, kiosk, server) {
  const { base } = server;
  const headers = { origin: base, 'sec-fetch-site': 'same-origin' };
  const shown = await kiosk.context().request.post(`${base}/kiosk/koppeln`, { headers, form: {} });
  const html = await shown.text();
  const code = html.match(/id="code"[^>]*>([\s\S]*?)<\/p>/)?.[1].replace(/<[^>]*>|\s/g, '');
  assert(code, `no code: ${shown.status()}`);
  await signInOnce(desk, server, 'Verwaltung');
  const post = (path, form) => desk.context().request.post(base + path, { headers, form, maxRedirects: 0 });
  const added = await post('/mitarbeit/geraete/neu', { name: 'Kiosk Foyer', ort: 'Eingang' });
  const device = added.headers().location.split('?')[0];
  const paired = await post(`${device}/koppeln`, { code });
  same(paired.status(), 303, 'pairing');
}

async function keys(page) {
  const field = page.getByLabel('Worum geht es bei Ihnen?');
  const events = () => page.evaluate(() => window.inputs);
  await page.evaluate(() => {
    window.inputs = [];
    addEventListener('input', (event) => window.inputs.push(event.inputType));
  });
  assert(!(await keyboard(page).isVisible()), 'the keyboard is there before anybody writes');
  for (const size of [LANDSCAPE, PORTRAIT]) {
    await page.setViewportSize(size);
    await field.click();
    assert(await keyboard(page).isVisible(), 'no keyboard');
    await page.waitForTimeout(100);
    const covered = await page.evaluate(() => {
      const board = document.querySelector('#keyboard').getBoundingClientRect();
      const label = document.querySelector('label[for=message]').getBoundingClientRect();
      const box = document.querySelector('#message').getBoundingClientRect();
      const main = document.querySelector('#content').getBoundingClientRect();
      return [label.top >= main.top - 1, box.bottom <= board.top + 1, board.bottom <= innerHeight];
    });
    same(covered, [true, true, true], `label, field and keys on ${size.width}`);
    none(await axe(page), `violations on ${size.width}`);
    await key(page, 'Fertig').click();
    assert(!(await keyboard(page).isVisible()), 'it stays');
  }
  await page.setViewportSize(LANDSCAPE);
  await field.click();
  same(await key(page, 'Großbuchstaben und Zeichen').getAttribute('aria-pressed'), 'true', 'shift at the beginning');
  await type(page, 'Öl für Straßen? 50€ @x');
  same(await field.inputValue(), 'Öl für Straßen? 50€ @x', 'what was typed');
  assert((await events()).every((type) => type === 'insertText') && (await events()).length === 22, `${await events()}`);
  for (let n = 0; n < 3; n += 1) await key(page, 'Zeichen löschen').click();
  await key(page, 'Ein Zeichen nach links').click();
  await key(page, 'Zeichen löschen').click();
  await key(page, 'Ein Zeichen nach rechts').click();
  await type(page, 'e');
  await key(page, 'Akzent auf den letzten Buchstaben').click();
  same(await field.inputValue(), 'Öl für Straßen? 5€é', 'caret, deletion and accent');
  await key(page, 'Neue Zeile').click();
  await page.keyboard.type('Tasten');
  same(await field.inputValue(), 'Öl für Straßen? 5€é\nTasten', 'a real keyboard beside it');
  assert(await keyboard(page).isVisible(), 'a real keyboard hides the other');
  await page.keyboard.press('Escape');
  assert(!(await keyboard(page).isVisible()), 'Escape does not close it');
  await field.fill('');
}

async function send(page, base, server) {
  const next = (name) => page.locator('main').getByRole('button', { name: `Weiter: ${name}` }).click();
  await page.getByLabel('Worum geht es bei Ihnen?').click();
  await type(page, 'Alles auf Zetteln.');
  await key(page, 'Fertig').click();
  await next('Ihr Betrieb');
  await page.getByLabel('Name des Betriebs').click();
  await type(page, 'Weber & Söhne');
  await key(page, 'Nächstes Feld').click();
  assert(!(await keyboard(page).isVisible()), 'a list needs no keys');
  await next('Prüfen und senden');
  await page.locator('#error-summary').waitFor();
  same(await page.getByLabel('Name des Betriebs').inputValue(), 'Weber & Söhne', 'what was typed is back');
  none(await axe(page), 'violations');
  await page.getByLabel('Branche').selectOption({ label: 'Handwerk' });
  await page.getByLabel('Stadtbezirk').selectOption({ label: 'Hörde' });
  await page.getByLabel('10 bis 49').check();
  await page.getByLabel('Ihr Name').click();
  await type(page, 'Jo Weber');
  await key(page, 'Nächstes Feld').click();
  await type(page, 'jo@weber');
  await key(page, 'Punkt de').click();
  same(await page.getByLabel('E-Mail-Adresse').inputValue(), 'jo@weber.de', 'the address');
  await key(page, 'Fertig').click();
  await next('Prüfen und senden');
  const last = page.getByRole('button', { name: 'Anfrage senden' });
  await last.waitFor();
  assert((await page.content()).includes('Weber &amp; Söhne'), 'the summary');
  await last.dblclick();
  await page.waitForURL(/\/kiosk\/anfrage\/danke\//);
  await ready(page);
  await arrived(server.outgoing, 'jo@weber.de', 1);
  same(await page.evaluate(() => history.length), 2, 'history');
  await page.getByRole('link', { name: 'Fertig, alles löschen' }).click();
  await page.waitForURL(`${base}/kiosk`);
  same(await page.evaluate(() => sessionStorage.length + localStorage.length), 0, 'kept');
  await page.goBack().catch(() => {});
  assert(!(await page.content()).includes('Weber'), 'Back shows something');
}
