// docs/handbuch-beratung.md, carried out as it stands there: a new adviser goes from the invitation to
// the end of a request. Whatever the book quotes has to be on the screen while its chapter is carried
// out. With WERKBANK_PICTURES=docs/pictures the book gets its pictures anew.

import { carryOut } from './book.mjs';
import { assert, none, program, withPage } from './lib.mjs';
import * as people from './people.mjs';

const BOOK = 'docs/handbuch-beratung.md';
const DESK = { width: 1280, height: 860 };
const PROVIDER = { name: 'Demir Digital', email: 'kontakt@demir-digital.example' };
const ADVISER = { name: 'Jens Albrecht', email: 'jens.albrecht@werkbank.example', desk: 'hoerde', profile: 'jens-albrecht' };
const FIRM = {
  name: 'Sanitär Hoffmeister', person: 'Martina Hoffmeister', email: 'mh@sanitaer.example',
  message: 'Angebote schreiben wir abends von Hand. Das muss schneller gehen.',
};
const PASSWORD = 'vier Pferde ziehen den Karren';

export default async function suite({ chrome, check }) {
  const server = await program();
  try {
    await withPage(chrome, { viewport: DESK, locale: 'de-DE', reducedMotion: 'reduce' }, async (page) => {
      const reader = { chrome, server, page, firm: FIRM };
      await carryOut(BOOK, STEPS, reader, check);
      none(page.noise, 'console');
    });
  } finally {
    await server.stop();
  }
}

/** A page of somebody else. */
const elsewhere = (reader, act) => withPage(reader.chrome, { viewport: { width: 390, height: 844 } }, act);

const openRequest = ({ page, server, firm }) => people.open(page, server.base, firm.name);

/** One for each chapter, in order. */
const STEPS = [
  async function arrive(reader) {
    const { page, server } = reader;
    const link = people.invite(server, ADVISER);
    await page.goto(link);
    await reader.see();
    const secret = await people.accept(page, link, PASSWORD);
    await reader.see();
    await page.getByRole('button', { name: 'Abmelden' }).click();
    await page.goto(`${server.base}/mitarbeit`);
    await reader.see();
    await people.signIn(page, { email: ADVISER.email, password: PASSWORD, code: people.totp(secret) });
    await page.getByRole('heading', { name: 'Eingang' }).waitFor();
  },

  async function inbox(reader) {
    const { page, server, firm } = reader;
    await elsewhere(reader, async (phone) => {
      await phone.goto(`${server.base}/geschichten/baustoffhaendler-chat`);
      reader.reference = await people.ask(phone, firm);
    });
    await page.goto(`${server.base}/mitarbeit/anfragen`);
    await page.getByRole('row', { name: /Hoffmeister/ }).waitFor();
    await reader.see();
    await reader.picture('beratung-eingang');
    await page.getByLabel('Name, Betrieb, Nummer oder Zeichen').fill('hoffm');
    await page.getByRole('button', { name: 'Suchen' }).click();
    await page.getByRole('row', { name: /Hoffmeister/ }).waitFor();
  },

  async function read(reader) {
    const { page } = reader;
    await openRequest(reader);
    await reader.see();
    await reader.picture('beratung-anfrage');
    await page.locator('#notiz').fill('Am besten vor neun Uhr anrufen.');
    await page.getByRole('button', { name: 'Notiz speichern' }).click();
    await page.getByText('Am besten vor neun Uhr anrufen.').first().waitFor();
    await page.getByRole('button', { name: 'Telefonisch bestätigt' }).click();
    await page.getByRole('button', { name: 'Vorschläge senden' }).waitFor();
  },

  async function suggest(reader) {
    const { page } = reader;
    await reader.see();
    await page.getByRole('heading', { name: 'Vorschläge' }).scrollIntoViewIfNeeded();
    await reader.picture('beratung-vorschlaege');
    await people.suggest(page, PROVIDER.name);
    await reader.see();
  },

  async function propose(reader) {
    const { page } = reader;
    await reader.see();
    await page.getByRole('link', { name: 'Termine vorschlagen' }).click();
    await page.getByRole('heading', { name: 'Termine vorschlagen' }).waitFor();
    await reader.see();
    await reader.picture('beratung-zeiten');
    await openRequest(reader);
    reader.starts = await people.propose(page, PROVIDER.name, 3);
    await reader.see();
  },

  async function booked(reader) {
    const { page, server, firm } = reader;
    const provider = await people.linkTo('/termin', server.outgoing, PROVIDER.email, 1);
    // Confirmation, suggestions, times.
    const status = await people.linkTo('/status', server.outgoing, firm.email, 3);
    reader.status = status.link;
    await elsewhere(reader, async (phone) => {
      for (const { link } of [provider, status]) {
        await phone.goto(link);
        await people.tick(phone, [1]);
      }
      await phone.getByText('Ihr Termin steht').first().waitFor();
    });
    await openRequest(reader);
    for (const fold of ['Verlegen', 'Absagen']) await page.locator('summary', { hasText: fold }).first().click();
    await reader.see();
    const day = new Date(Number(reader.starts[1])).toISOString().slice(0, 10);
    await page.goto(`${server.base}/mitarbeit/kalender?ansicht=woche&woche=${day}&tag=${day}`);
    await reader.see();
    await reader.picture('beratung-kalender');
  },

  async function after(reader) {
    const { page } = reader;
    people.threeWeeksLater(reader.server);
    await openRequest(reader);
    await reader.see();
    await reader.picture('beratung-danach');
    await page.getByRole('button', { name: 'Hat stattgefunden' }).click();
    await page.getByText('Doch nicht?').waitFor();
    await reader.see();
    await page.locator('summary', { hasText: 'Abschließen' }).click();
    await reader.see();
    await page.getByLabel('Was ist daraus geworden?').selectOption({ label: 'hat nicht gepasst' });
    await page.getByRole('button', { name: 'Abschließen' }).click();
    await page.getByRole('button', { name: 'Wieder aufnehmen' }).waitFor();
    await reader.see();
  },

  async function outcome(reader) {
    const { page, server, firm } = reader;
    await elsewhere(reader, async (phone) => {
      await phone.goto(reader.status);
      await reader.see(phone);
      await phone.getByLabel('Es hat nichts gebracht').check();
      await phone.getByLabel('Ja, es hat sich gelohnt').check();
      await phone.getByLabel('Möchten Sie etwas dazu sagen?').fill('Angebote gehen jetzt am selben Tag raus.');
      await phone.getByLabel('Was hat es gekostet').fill('900 Euro und zwei Tage.');
      await phone.getByLabel('Sie dürfen mich auf eine Geschichte ansprechen.').check();
      await phone.getByRole('button', { name: 'Absenden' }).click();
      await phone.getByText('Danke, Ihre Antwort ist gespeichert.').waitFor();
      await reader.see(phone);
    });
    await page.getByRole('link', { name: 'Ergebnisse' }).click();
    await page.getByRole('heading', { name: 'Vorschläge für Geschichten' }).waitFor();
    await reader.see();
    await page.getByRole('link', { name: firm.name }).first().click();
    await page.getByRole('button', { name: 'Geschichte schreiben' }).waitFor();
    await page.locator('summary', { hasText: 'Entwurf zum Kopieren' }).click();
    await reader.see();
    assert((await page.getByLabel('Entwurf zum Kopieren').inputValue()).includes(firm.name), 'no name in the draft');
    await page.getByRole('button', { name: 'Geschichte schreiben' }).click();
    await page.getByText('Geschichte: wird geschrieben').first().waitFor();
    await page.getByLabel('Was lernen wir daraus?').fill('Erst die Vorlagen ordnen, dann ein Programm suchen.');
    await page.getByRole('button', { name: 'Satz speichern' }).click();
    await page.getByText('Aufgeschrieben, was daraus zu lernen ist').waitFor();
    await page.getByRole('link', { name: 'Ergebnisse' }).click();
    await page.getByText('Erst die Vorlagen ordnen').waitFor();
    await reader.see();
    await reader.picture('beratung-ergebnisse');
  },

  async function takeDown(reader) {
    const { page, server } = reader;
    await page.goto(`${server.base}/mitarbeit/anfragen`);
    await reader.see();
    await page.getByRole('button', { name: 'Besuch zählen' }).click();
    await page.getByText('heute einer').waitFor();
    await page.getByRole('link', { name: 'Anfrage aufnehmen' }).click();
    await page.getByRole('heading', { name: 'Anfrage aufnehmen' }).waitFor();
    await reader.see();
    await reader.picture('beratung-aufnehmen');
    await page.getByLabel('Am Telefon', { exact: true }).check();
    await people.fillFirm(page, { name: 'Friseur Kaya', person: 'Elif Kaya', email: 'kaya@friseur.example' });
    await page.getByRole('button', { name: 'Anfrage aufnehmen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Friseur Kaya' }).waitFor();
  },

  async function away(reader) {
    const { page, server } = reader;
    await page.getByText('Abgeben', { exact: true }).first().click();
    await reader.see();
    await page.goto(`${server.base}/mitarbeit/konto`);
    const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    await reader.see();
    await reader.picture('beratung-konto');
    await page.getByLabel('Erster Tag').fill(inDays(60));
    await page.getByLabel('Letzter Tag').fill(inDays(64));
    await page.getByRole('button', { name: 'Eintragen' }).click();
    await page.getByText('Die Abwesenheit ist eingetragen.').waitFor();
  },

  async function mails(reader) {
    const { page, server } = reader;
    await page.goto(`${server.base}/mitarbeit/anfragen`);
    await page.getByRole('link', { name: 'Friseur Kaya' }).click();
    await page.getByText('übergeben').first().waitFor();
    await reader.see();
    await page.goto(`${server.base}/mitarbeit/postausgang`);
    await reader.see();
  },

  async function together(reader) {
    const { page, server } = reader;
    const names = ['Bäckerei Eins', 'Tischlerei Zwei', 'Malerei Drei'];
    for (const [n, name] of names.entries()) {
      await page.goto(`${server.base}/mitarbeit/anfragen/neu`);
      await page.getByLabel('Abläufe einfacher machen').check();
      await people.fillFirm(page, { name, person: `Person ${n}`, email: `gemeinsam${n}@firma.example` });
      await page.getByRole('button', { name: 'Anfrage aufnehmen' }).click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
    }
    await reader.see();
    await page.getByRole('heading', { name: 'Ähnliche Anfragen' }).scrollIntoViewIfNeeded();
    await reader.picture('beratung-gemeinsam');
    for (const name of names.slice(0, 2)) await page.getByRole('checkbox', { name }).check();
    await page.getByRole('button', { name: 'Gemeinsames Treffen vorschlagen' }).click();
    await page.getByRole('heading', { name: 'Gemeinsames Treffen vorschlagen' }).waitFor();
    await reader.see();
    await people.proposeTogether(page, 2);
    await page.getByText('3 Betriebe:').waitFor();
    await reader.see();
    const { link } = await people.linkTo('/status', server.outgoing, 'gemeinsam0@firma.example', 2);
    await elsewhere(reader, async (phone) => {
      await phone.goto(link);
      await reader.see(phone);
      const text = await phone.locator('main').innerText();
      none(names.slice(1).filter((name) => text.includes(name)), 'another firm by name');
      await phone.getByText('Lieber nicht gemeinsam').click();
      await phone.getByRole('button', { name: 'Ohne mich' }).click();
      await phone.getByRole('status').waitFor();
    });
    await page.reload();
    await page.getByText('2 Betriebe:').waitFor();
  },
];
