// The walk through the whole route table that several suites take: every page in every language, and
// with links and at the desk a firm, a provider and an adviser who first bring about what is shown.

import { assert, atOnce, long, none, program, said, withPage } from './lib.mjs';
import * as people from './people.mjs';

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1440, height: 900 };
export const KIOSK = { width: 1920, height: 1080 };
const PROVIDER = { name: 'Demir Digital', email: 'kontakt@demir-digital.example' };

/** Gives `act` the program with everything arranged and every page of the table. */
export async function withTour(chrome, act) {
  const server = await program({ command: 'demo' });
  try {
    const { reach, session } = await arrange(chrome, server);
    const administrator = await team(chrome, server, reach);
    const all = { chrome, server, base: server.base, session, administrator };
    return await act({ ...all, pages: reached(reach) });
  } finally {
    await server.stop();
  }
}

/** The rows of the route table, one for each surface and language. */
export const routes = () => said('pages').trim().split('\n').map((line) => JSON.parse(line));

/** Every address that shows a page, with the row it belongs to. */
function reached(reach) {
  const pages = [];
  for (const route of routes()) {
    // What is no page is read by other suites.
    if (route.method !== 'GET' || route.surface === 'data') continue;
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
    const kind = `${name} ${lang} ${surface} ${/status|termin/.test(address) ? address : ''}`;
    return long || (!kinds.has(kind) && kinds.add(kind));
  });
}

/** A signed-in person sees the inbox instead of the page to sign in. */
export const signedIn = (page) => page.surface === 'desk' && page.name !== 'desk_sign_in';

/** Pages of the team and about deletion are seen by an administrator, all others of the desk by an adviser. */
export const keepsTheTeam = (page) => ['team', 'accounts', 'retention', 'archive'].includes(page.right);

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
    const firms = { unconfirmed: people.firm('unconfirmed'), asked: people.firm('asked'), booked: people.firm('booked') };
    const links = {};
    for (const [state, firm] of Object.entries(firms)) {
      firm.name = `Betrieb ${state}`;
      await page.goto(`${base}/geschichten/baustoffhaendler-chat`);
      reach.request_thanks = [await people.ask(page, firm)];
      reach.listing_thanks = reach.request_thanks;
      links[state] = (await people.linkTo('/status', outgoing, firm.email, 1)).link;
    }
    const slots = [];
    for (const state of ['asked', 'booked']) {
      await people.confirm(page, links[state]);
      await people.open(page, base, firms[state].name);
      await people.suggest(page, PROVIDER.name);
      await people.propose(page, PROVIDER.name, 2);
      slots.push((await people.linkTo('/termin', outgoing, PROVIDER.email, slots.length + 1)).link);
      if (state === 'asked') continue;
      for (const link of [slots.at(-1), links.booked]) {
        await page.goto(link);
        await people.tick(page, [0]);
      }
      await page.getByText('Ihr Termin steht').first().waitFor();
    }
    reach.status = Object.values(links).map(token);
    reach.slots = slots.map(token);
    const rows = await requests(page, base);
    reach.desk_request = rows;
    reach.desk_slots = rows.slice(-1);
    await people.open(page, base, firms.booked.name);
    const meeting = await page.locator('[id^="treffen-"]').first().getAttribute('id');
    const booked = [[page.url().split('/').at(-1), meeting.replace('treffen-', '')]];
    reach.desk_rearrange = booked;
    reach.desk_sheet = booked;
    return { reach, session: await page.context().storageState() };
  });
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
