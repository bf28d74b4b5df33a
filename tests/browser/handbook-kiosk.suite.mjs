// docs/handbuch-kiosk.md, carried out as it stands there, as far as there is no computer to install: the
// installer lays its files into a folder, and the kiosk is a page. What only a window under X can show is
// in window.suite.mjs.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { carryOut } from './book.mjs';
import { assert, none, program, root, withPage } from './lib.mjs';
import * as people from './people.mjs';

const BOOK = 'docs/handbuch-kiosk.md';
const KIOSK = { width: 1920, height: 1080 };
const DESK = { width: 1280, height: 860 };
const STORY = '/kiosk/geschichten/naehkurs';

export default async function suite({ chrome, check }) {
  const server = await program({ command: 'demo' });
  const folder = mkdtempSync(join(tmpdir(), 'werkbank-installed-'));
  try {
    await withPage(chrome, { viewport: DESK, locale: 'de-DE', reducedMotion: 'reduce' }, (desk) =>
      withPage(chrome, { viewport: KIOSK, reducedMotion: 'reduce' }, async (page) => {
        await people.signInOnce(desk, server, 'Verwaltung');
        await carryOut(BOOK, STEPS, { chrome, server, page, desk, folder }, check);
        none([...page.noise, ...desk.noise], 'console');
      }));
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Opens a page as the kiosk's browser does: the first and only entry of the history. */
async function open({ page, server }, path) {
  await page.goto(server.base + path);
}

/** One for each chapter, in order. */
const STEPS = [
  // What to buy and how Debian is installed happens before there is anything to look at.
  async function buy() {},
  async function debian() {},

  async function install(reader) {
    const run = () => execFileSync(join(root, 'kiosk/install.sh'), ['https://werkbank.example.de'], {
      env: { ...process.env, KIOSK_ROOT: reader.folder }, encoding: 'utf8',
    });
    reader.hear(run());
    reader.hear(run());
    const conf = readFileSync(join(reader.folder, 'etc/werkbank-kiosk.conf'), 'utf8');
    for (const setting of ['KIOSK_URL=https://werkbank.example.de/kiosk', 'KIOSK_ROTATE=normal', 'KIOSK_NIGHT_FROM=', 'KIOSK_NIGHT_UNTIL='])
      assert(conf.includes(`\n${setting}`), `no ${setting}`);
    for (const program of ['bin/werkbank-kiosk-open', 'lib/werkbank-kiosk/browser'])
      assert(existsSync(join(reader.folder, 'usr/local', program)), `no ${program}`);
  },

  async function start(reader) {
    await reader.page.goto(`file://${join(root, 'kiosk/waiting/index.html')}`);
    await reader.see();
    await reader.picture('kiosk-warten');
    await open(reader, '/kiosk/koppeln');
    await reader.page.locator('#code').waitFor();
    // The waiting page looked for a file that only the start script writes.
    reader.page.noise.length = 0;
    await reader.see();
  },

  async function pair(reader) {
    const { page, desk, server } = reader;
    await reader.see();
    await reader.picture('kiosk-koppeln');
    await desk.goto(`${server.base}/mitarbeit/geraete`);
    await reader.see(desk);
    await desk.getByRole('link', { name: 'Gerät anlegen' }).click();
    await desk.getByLabel('Name').fill('Kiosk Eingang');
    await reader.see(desk);
    await desk.getByRole('button', { name: 'Anlegen' }).click();
    await reader.see(desk);
    const code = await page.locator('#code').evaluate((shown) => [...shown.children].map((part) => part.textContent).join('-'));
    await desk.getByLabel('Code vom Bildschirm').fill(code);
    await desk.getByRole('button', { name: 'Koppeln', exact: true }).click();
    await desk.getByText('Gekoppelt. Der Bildschirm merkt es').waitFor();
    await reader.see(desk);
    await page.waitForURL('**/kiosk/einmessen');
  },

  async function measure(reader) {
    const { page } = reader;
    await page.getByRole('button', { name: '43 Zoll' }).click();
    await reader.see();
    await reader.picture('kiosk-einmessen');
    await page.getByRole('button', { name: 'Rahmen größer' }).click();
    await page.getByRole('button', { name: 'Rahmen kleiner' }).click();
    await page.getByRole('button', { name: 'Passt, speichern' }).click();
    await page.getByText('Gespeichert.').waitFor();
    await reader.see();
    await page.getByRole('link', { name: 'Zur Ausstellung' }).click();
    await page.waitForURL('**/kiosk');
  },

  async function runs(reader) {
    const { page, desk, server } = reader;
    await reader.picture('kiosk-laeuft');
    await open(reader, STORY);
    await reader.see();
    await page.getByRole('link', { name: 'Mehr und Hilfen' }).click();
    await page.waitForURL('**/kiosk/mehr');
    await reader.see();
    await page.getByRole('link', { name: 'Fertig, alles löschen' }).click();
    await page.waitForURL('**/kiosk');
    await desk.goto(`${server.base}/mitarbeit/geraete`);
    await desk.getByText('Kiosk Eingang').first().waitFor();
    await reader.see(desk);
  },

  async function take(reader) {
    const { page, chrome, server } = reader;
    await open(reader, STORY);
    await page.locator('a.tear-off').click();
    await page.waitForURL('**/kiosk/mitnehmen/*');
    await reader.see();
    await reader.picture('kiosk-mitnehmen');
    const code = await page.locator('.kiosk-spoken [aria-hidden]').textContent();
    await withPage(chrome, { viewport: { width: 390, height: 844 } }, async (phone) => {
      await phone.goto(`${server.base}/m`);
      await phone.locator('#code').fill(code.toLowerCase());
      await phone.getByRole('button', { name: 'Öffnen' }).click();
      await phone.waitForURL('**/geschichten/naehkurs?*');
      await phone.goto(`${server.base}/m/0000-0000`);
      await reader.see(phone);
    });
  },

  async function help(reader) {
    const { page, desk, server } = reader;
    await page.goto(`file://${join(root, 'kiosk/waiting/index.html')}`);
    await reader.see();
    await page.goto('about:blank');
    page.noise.length = 0;
    await desk.goto(`${server.base}/mitarbeit/geraete`);
    await desk.getByRole('link', { name: 'Kiosk Eingang' }).first().click();
    for (const fold of await desk.locator('details > summary').all()) await fold.click();
    await reader.see(desk);
  },
];
