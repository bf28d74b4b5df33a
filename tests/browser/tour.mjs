// The walk through the whole route table that several suites take: every page in every language, and
// with links and at the desk a firm, a provider and an adviser who first bring about what is shown.

import { arrived, assert, atOnce, long, none, program, said, withPage } from './lib.mjs';
import * as people from './people.mjs';

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1440, height: 900 };
export const KIOSK = { width: 1920, height: 1080 };
const PROVIDER = { name: 'Demir Digital', email: 'kontakt@demir-digital.example' };

/** Gives `act` the program with everything arranged and every page of the table. */
export async function withTour(chrome, act) {
  const server = await program({ command: 'demo' });
  try {
    const { reach, more, session } = await arrange(chrome, server);
    const administrator = await team(chrome, server, reach);
    const all = { chrome, server, base: server.base, session, administrator };
    return await act({ ...all, pages: reached(reach, more) });
  } finally {
    await server.stop();
  }
}

/** The rows of the route table, one for each surface and language. */
export const routes = () => said('pages').trim().split('\n').map((line) => JSON.parse(line));

/** Every address that shows a page, with the row it belongs to; `more` are pages with a query. */
function reached(reach, more) {
  const pages = [...more];
  for (const route of routes()) {
    // What is no page is read by other suites; a code on the phone leads to one of the others.
    if (route.method !== 'GET' || route.surface === 'data' || route.name === 'code_open') continue;
    const found = route.address ? [route.address] : reach[route.name]?.map((ids) => addressOf(route.path, ids));
    assert(found?.length, `nobody knows how to reach ${route.name}, ${route.path}`);
    for (const address of found) pages.push({ ...route, address });
  }
  for (const address of ['/suche?q=kasse', '/suche?q=xqzvwk', '/en/suche?q=till']) {
    pages.push({ name: 'search', surface: 'web', address });
  }
  for (const [surface, folder] of [['web', ''], ['web', '/en'], ['web', '/ls'], ['kiosk', '/kiosk'], ['desk', '/mitarbeit']]) {
    pages.push({ name: 'missing', surface, address: `${folder}/gibt-es-nicht`, status: 404 });
  }
  return pages;
}

/** A path with its parameters filled in, in order: one, or several in a list. */
const addressOf = (path, ids) => [ids].flat().reduce((filled, id) => filled.replace(/\{.*?\}/, id), path);

/** One page of each route and language in the short run, all of them in the long one. */
export function sample(pages) {
  const kinds = new Set();
  return pages.filter(({ name, lang, address, surface }) => {
    const kind = `${name} ${lang} ${surface} ${/status|termin|\?mit=/.test(address) ? address : ''}`;
    return long || (!kinds.has(kind) && kinds.add(kind));
  });
}

/** A signed-in person sees the inbox instead of the page to sign in. */
export const signedIn = (page) => page.surface === 'desk' && page.name !== 'desk_sign_in';

/** Pages of the team, of kiosks and about deletion are seen by an administrator, all others of the desk by an adviser. */
export const keepsTheTeam = (page) => ['team', 'accounts', 'retention', 'archive', 'devices'].includes(page.right);

/**
 * Opens each page of `which` in a tab and gives it to `act(tab, page)`, which returns its faults.
 * What a page asks for elsewhere and what it writes to the console are faults, too. `options.kiosk`
 * is the screen of the kiosk's pages.
 */
export async function visit({ chrome, base, session, administrator }, { kiosk = KIOSK, ...options }, which, act) {
  const faults = [];
  const tabs = (tell) => withPage(chrome, { ...options, storageState: undefined }, (guest) =>
    withPage(chrome, { ...options, storageState: session }, async (member) =>
    withPage(chrome, { ...options, storageState: administrator }, async (admin) => {
      const foreign = [];
      for (const tab of [guest, member, admin]) {
        tab.on('request', (request) => {
          if (!request.url().startsWith(base) && !request.url().startsWith('data:')) foreign.push(request.url());
        });
      }
      await tell(guest, member, admin);
      // The pages that are meant to be missing say so on the console.
      const said = [guest, member, admin].flatMap(({ noise }) => noise);
      const noise = said.filter((line) => !line.includes('404'));
      faults.push(...noise.map((line) => `console: ${line}`), ...foreign.map((url) => `asks ${url}`));
    })),
  );
  // Two hands take the next page from the same pile.
  const waiting = [...which];
  await atOnce([1, 2], () => tabs(async (guest, member, admin) => {
    for (let page = waiting.shift(); page; page = waiting.shift()) {
      const tab = keepsTheTeam(page) ? admin : signedIn(page) ? member : guest;
      const size = page.surface === 'kiosk' ? kiosk : options.viewport;
      if (tab.viewportSize().width !== size.width) await tab.setViewportSize(size);
      await tab.goto(base + page.address);
      try {
        faults.push(...(await act(tab, page)).map((fault) => `${page.address} ${fault}`));
      } catch (error) {
        throw new Error(`${page.address}: ${error.message}`, { cause: error });
      }
    }
  }));
  none(faults, 'faults');
  return `${which.length} pages`;
}

/** Brings a firm, a provider and an adviser to the pages that are theirs. */
async function arrange(chrome, server) {
  const { base, outgoing } = server;
  const reach = { story_short: ['baustoffhaendler-chat'] };
  const token = (link) => link.split('/').at(-1);
  const invitation = people.invite(server, {
    name: 'Miriam Sommer', email: 'miriam@werkbank.example', desk: 'nord', profile: 'miriam-sommer',
  });
  reach.desk_invitation = [token(invitation)];
  reach.desk_one_time = [token(server.printed().match(/Koordination\s+(http\S+)/)[1])];

  return withPage(chrome, { viewport: DESK, javaScriptEnabled: false }, async (page) => {
    await people.signInOnce(page, server, 'Beratung');
    const links = { status: {}, slots: {} };
    const one = async (state) => {
      const firm = { ...people.firm(state), name: `Betrieb ${state}` };
      await page.goto(`${base}/geschichten/baustoffhaendler-chat`);
      const reference = await people.ask(page, firm);
      reach.request_thanks = [reference];
      links.status[state] = (await people.linkTo('/status', outgoing, firm.email, 1)).link;
      return reference;
    };
    const proposed = async (state) => {
      const reference = await one(state);
      await people.confirm(page, links.status[state]);
      await people.open(page, base, `Betrieb ${state}`);
      await people.suggest(page, PROVIDER.name);
      await people.propose(page, PROVIDER.name, 2);
      links.slots[state] = await timesOf(outgoing, reference);
    };
    const booked = async (state) => {
      await proposed(state);
      for (const link of [links.slots[state], links.status[state]]) {
        await page.goto(link);
        await people.tick(page, [0]);
      }
      await page.getByText('Ihr Termin steht').first().waitFor();
    };
    for (const state of ['over', 'told']) await booked(state);
    people.threeWeeksLater(server);
    await tell(page, base, links);
    await one('unconfirmed');
    await proposed('asked');
    await booked('booked');
    reach.kiosk_offered = [await people.takeAlong(server, 'shortlist naehkurs pflege-touren')];
    reach.listing_thanks = reach.kiosk_thanks = reach.request_thanks;
    reach.address = [await moved(page, outgoing, links.status.asked)];
    const joint = await together(page, server);
    const told = await idOf(page, base, 'Betrieb told');
    const rows = await requests(page, base);
    reach.status = [...Object.values(links.status), joint.link].map(token);
    reach.status_amend = [links.status.asked, links.status.booked].map(token);
    reach.slots = Object.values(links.slots).map(token);
    // First the request that shows most.
    reach.desk_request = [told, joint.id, ...rows.filter((id) => id !== told && id !== joint.id)];
    reach.desk_slots = rows.slice(-1);
    const id = await idOf(page, base, 'Betrieb booked');
    const meeting = await page.locator('[id^="treffen-"]').first().getAttribute('id');
    reach.desk_rearrange = [[id, meeting.replace('treffen-', '')]];
    reach.desk_sheet = reach.desk_rearrange;
    return { reach, more: [joint.times], session: await page.context().storageState() };
  });
}

/** The link to the times of a request, among all the mails the provider gets. */
async function timesOf(outgoing, reference) {
  for (let count = 1; ; count += 1) {
    const mails = await arrived(outgoing, PROVIDER.email, count);
    const link = mails.find((mail) => mail.includes(reference))?.match(/https?:\/\/\S+\/termin\/[\w-]+/)?.[0];
    if (link) return link;
  }
}

/** Opens a request and returns its id. */
async function idOf(page, base, title) {
  await people.open(page, base, title);
  return page.url().split('/').at(-1);
}

/** One meeting was worth it for the firm, and of no use for the provider: something for each pile. */
async function tell(page, base, links) {
  for (const [link, answer] of [[links.status.told, 'Ja, es hat sich gelohnt'], [links.slots.told, 'Es hat nicht gepasst']]) {
    await page.goto(link);
    await page.getByLabel(answer).check();
    const words = 'Angebote gehen jetzt am selben Tag raus.';
    await page.getByLabel('Möchten Sie etwas dazu sagen?').fill(words);
    const mayTell = page.getByLabel('Sie dürfen mich auf eine Geschichte ansprechen.');
    if (await mayTell.count()) await mayTell.check();
    await page.getByRole('button', { name: 'Absenden' }).click();
    await page.getByText('Danke, Ihre Antwort ist gespeichert.').waitFor();
  }
}

/** A firm gives a new address, which waits for its confirmation; returns the secret of that link. */
async function moved(page, outgoing, status) {
  const email = 'neue-adresse@sanitaer.example';
  await page.goto(`${status}/angaben`);
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByText('An die neue E-Mail-Adresse ging eine Mail').waitFor();
  return (await people.linkTo('/adresse', outgoing, email, 1)).link.split('/').at(-1);
}

/**
 * Two firms with the same goal are asked to one table: the request that leads, the page on which
 * their times were chosen, and the link of the first.
 */
async function together(page, { base, outgoing }) {
  for (const name of ['Gemeinsam Eins', 'Gemeinsam Zwei']) {
    await page.goto(`${base}/mitarbeit/anfragen/neu`);
    await page.getByLabel('Abläufe einfacher machen').check();
    const email = `${name.replace(' ', '-').toLowerCase()}@firma.example`;
    await people.fillFirm(page, { name, person: `Inhaber ${name}`, email });
    await page.getByRole('button', { name: 'Anfrage aufnehmen' }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  }
  const id = page.url().split('/').at(-1).split('?')[0];
  await page.getByRole('checkbox', { name: 'Gemeinsam Eins' }).check();
  await page.getByRole('button', { name: 'Gemeinsames Treffen vorschlagen' }).click();
  await page.getByRole('heading', { name: 'Gemeinsames Treffen vorschlagen' }).waitFor();
  const { pathname, search } = new URL(page.url());
  await people.proposeTogether(page, 2);
  const { link } = await people.linkTo('/status', outgoing, 'gemeinsam-eins@firma.example', 2);
  return { id, link, times: { name: 'desk_slots', surface: 'desk', address: pathname + search } };
}

/** Signs an administrator in and has them fill the team's pages; returns their session. */
async function team(chrome, { base, printed }, reach) {
  return withPage(chrome, { viewport: DESK, javaScriptEnabled: false }, async (page) => {
    await people.signInOnce(page, { printed }, 'Verwaltung');
    await page.goto(`${base}/mitarbeit/team`);
    const links = await page.locator('.desk-table tbody th a').evaluateAll((all) => all.map((a) => a.pathname));
    assert(links.length >= 5, `only ${links.length} members of the team`);
    reach.desk_member = links.map((path) => path.split('/').at(-1));
    await page.getByRole('link', { name: 'Miriam Sommer' }).click();
    const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel('Erster Tag').fill(inDays(30));
    await page.getByLabel('Letzter Tag').fill(inDays(34));
    await page.getByRole('button', { name: 'Eintragen' }).click();
    await page.getByText('Die Abwesenheit ist eingetragen.').waitFor();
    await page.goto(`${base}/mitarbeit/team/plaetze`);
    const seats = await page.getByRole('link', { name: 'Ändern' }).evaluateAll((all) => all.map((a) => a.pathname));
    assert(seats.length >= 6, `only ${seats.length} people at desks`);
    reach.desk_seat = seats.map((path) => path.split('/').at(-1));
    await page.goto(`${base}/mitarbeit/geraete/neu`);
    await page.getByLabel('Name').fill('Kiosk Eingang');
    await page.getByRole('button', { name: 'Anlegen' }).click();
    await page.getByText('Das Gerät ist angelegt.').waitFor();
    reach.desk_device = [new URL(page.url()).pathname.split('/').at(-1)];
    return page.context().storageState();
  });
}

/** Ids of all requests in the inbox. */
async function requests(page, base) {
  await page.goto(`${base}/mitarbeit/anfragen?ansicht=team`);
  const links = await page.locator('.desk-table tbody th a').evaluateAll((all) => all.map((a) => a.pathname));
  assert(links.length >= 5, `only ${links.length} requests in the inbox`);
  return links.map((path) => path.split('/').at(-1));
}
