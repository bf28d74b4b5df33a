// What people do at the Werkbank, click by click: a firm that asks, an adviser at the desk, a provider
// who chooses. The same clicks with JavaScript and without.

import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { arrived, assert, python, said, same } from './lib.mjs';

/** A firm that has read a story. `run` makes its address its own. */
export function firm(run) {
  return {
    name: 'Sanitär "Hoffmeister" & Söhne',
    person: 'Martina Hoffmeister',
    email: `${run}@sanitaer.example`,
    message: 'Alles läuft über <b>Zettel</b> & Telefon.',
  };
}

/** Fills in what a firm is, step 2 of a request. */
export async function fillFirm(page, firm) {
  await page.getByLabel('Name des Betriebs').fill(firm.name);
  await page.getByLabel('Branche').selectOption({ label: 'Handwerk' });
  await page.getByLabel('Stadtbezirk').selectOption({ label: 'Hörde' });
  await page.getByLabel('10 bis 49').check();
  await page.getByLabel('Ihr Name').fill(firm.person);
  await page.getByLabel('E-Mail-Adresse').fill(firm.email);
}

/** Goes on to the next step of a request. */
export const next = (page, step) => page.locator('main').getByRole('button', { name: `Weiter: ${step}` }).click();

/** From the page of a story to the thanks; returns the reference. */
export async function ask(page, firm) {
  await page.getByRole('link', { name: 'Kennenlernen vereinbaren' }).first().click();
  await page.getByLabel('Worum geht es bei Ihnen?').fill(firm.message);
  await next(page, 'Ihr Betrieb');
  await fillFirm(page, firm);
  await next(page, 'Prüfen und senden');
  await page.getByRole('button', { name: 'Anfrage senden' }).click();
  await page.waitForURL(/\/anfrage\/danke\//);
  return page.url().match(/danke\/([0-9A-Z]{4}-[0-9A-Z]{4})/)[1];
}

/** The newest of `count` mails to an address, and the link in it to `path`. */
export async function linkTo(path, folder, address, count) {
  const mail = (await arrived(folder, address, count)).at(-1);
  const link = mail.match(new RegExp(`https?://\\S+${path}/[\\w-]+`))?.[0];
  assert(link, `no link to ${path} in ${mail}`);
  return { mail, link };
}

/** Presses the button that confirms. */
export async function confirm(page, link) {
  await page.goto(link);
  await page.getByRole('button', { name: 'Ja, das ist meine Anfrage' }).click();
  await page.getByRole('status').getByText('Ihre Anfrage ist bestätigt').waitFor();
}

/** An adviser's account, made on the command line; returns the link of the invitation. */
export function invite(server, { name, email, desk, profile }) {
  const printed = said(
    'staff', 'add', '--name', name, '--email', email, '--role', 'adviser', '--desk', desk,
    '--adviser', profile, '--data', server.data, '--listen', server.address,
  );
  const link = printed.match(/http\S+\/mitarbeit\/einladung\/\S+/)?.[0];
  assert(link, `no invitation in ${printed}`);
  return link;
}

/** The code an authenticator shows (RFC 6238), `steps` of thirty seconds from now. */
export function totp(secret, steps = 0) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const hash = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const at = hash.at(-1) & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

function fromBase32(text) {
  const bits = [...text.replace(/[\s=]/g, '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
}

/** Accepts an invitation and returns the authenticator's secret. */
export async function accept(page, link, password) {
  await page.goto(link);
  const secret = await page.locator('code').innerText();
  await page.getByLabel('Neues Passwort').fill(password);
  // The code of half a minute ago still counts, and leaves the current one for signing in.
  await page.getByLabel('Code aus der App').fill(totp(secret, -1));
  await page.getByRole('button', { name: 'Festlegen und anmelden' }).click();
  await page.getByRole('heading', { name: 'Eingang' }).waitFor();
  return secret;
}

/** Signs in with password and code. */
export async function signIn(page, { email, password, code }) {
  await page.getByLabel('Dienstliche E-Mail-Adresse').fill(email);
  await page.getByLabel('Passwort').fill(password);
  await page.getByLabel('Code aus der App').fill(code);
  await page.locator('main').getByRole('button', { name: 'Anmelden' }).click();
}

/** Uses the link that signs in once, as the demonstration prints it for a role. */
export async function signInOnce(page, server, role) {
  const link = server.printed().match(new RegExp(`${role}\\s+(http\\S+)`))?.[1];
  assert(link, `no link for ${role} in ${server.printed()}`);
  await page.goto(link);
  await page.locator('main').getByRole('button', { name: 'Anmelden' }).click();
  await page.waitForURL((url) => !url.pathname.includes('/einmal/'));
}

/** From the inbox to a request. */
export async function open(page, base, title) {
  await page.goto(`${base}/mitarbeit/anfragen`);
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** Suggests a provider to the firm of the request that is open. */
export async function suggest(page, provider) {
  const box = page.getByRole('checkbox', { name: provider });
  if (!(await box.isVisible())) await page.getByText('Weitere Betriebe kommen in Frage').click();
  await box.check();
  await page.getByRole('button', { name: 'Vorschläge senden' }).click();
  await page.getByText('schon vorgeschlagen').waitFor({ state: 'attached' });
}

/** Proposes the first `count` whole hours of the week after next for a meeting with a provider. */
export async function propose(page, provider, count) {
  await page.getByRole('link', { name: 'Termine vorschlagen' }).click();
  await page.getByLabel('Mit wem?').selectOption({ label: provider });
  await page.getByLabel('Woche').selectOption({ index: 2 });
  await page.getByRole('button', { name: 'Freie Zeiten zeigen' }).click();
  await page.getByRole('heading', { name: 'Termine vorschlagen' }).waitFor();
  return chooseTimes(page, count);
}

/** Proposes the first `count` whole hours of the fourth week for the joint meeting that is open. */
export async function proposeTogether(page, count) {
  await page.getByLabel('Woche').selectOption({ index: 3 });
  await page.getByRole('button', { name: 'Freie Zeiten zeigen' }).click();
  await page.getByRole('heading', { name: 'Gemeinsames Treffen vorschlagen' }).waitFor();
  return chooseTimes(page, count);
}

/** Chooses the first `count` whole hours that are free, and proposes them. */
async function chooseTimes(page, count) {
  const boxes = page.locator('label.slot-time', { hasText: /:00/ });
  const starts = [];
  for (let n = 0; n < count; n += 1) {
    await boxes.nth(n).locator('input').check();
    starts.push(await boxes.nth(n).locator('input').getAttribute('value'));
  }
  await page.locator('main').getByRole('button', { name: 'Vorschlagen' }).click();
  await page.getByRole('heading', { name: 'Treffen', exact: true }).waitFor();
  return starts;
}

/** Ticks the times with these numbers, unticks the others, and sends. */
export async function tick(page, numbers) {
  const boxes = page.locator('input[name=slot]:not([value=none])');
  for (let n = 0; n < (await boxes.count()); n += 1) {
    await boxes.nth(n).setChecked(numbers.includes(n));
  }
  await page.getByRole('button', { name: 'Auswahl senden' }).click();
}

/** Fails unless the mails to an address are `count` and no other. */
export async function mailsAre(folder, address, count) {
  const found = await arrived(folder, address, count);
  same(found.length, count, `mails to ${address}`);
  return found;
}

/** What time does: the meetings that are booked lie three weeks further back. */
export const threeWeeksLater = (server) =>
  change(server, 'update meeting set start_at = start_at - 21 * 86400000 where start_at is not null');

/** A code to take along, and codes that last as long as whoever walks through all pages needs. */
export async function takeAlong(server, selection) {
  const answer = await fetch(`${server.base}/kiosk/mitnehmen`, {
    method: 'POST', redirect: 'manual', body: new URLSearchParams({ auswahl: selection }),
  });
  change(server, "update link_token set expires_at = expires_at + 86400000 where purpose = 'kiosk_handover'");
  return answer.headers.get('location').split('/').at(-1);
}

function change({ data }, sql) {
  const script = `import sqlite3\ndb = sqlite3.connect('${data}/werkbank.sqlite', timeout=10)\ndb.execute("""${sql}""")\ndb.commit()`;
  execFileSync(python(), ['-c', script]);
}
