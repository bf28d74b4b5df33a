// Every page of the route table, in every language: pages behind links and at the desk are reached by
// a firm, a provider and an adviser first. Valid HTML, one policy, no barriers in the light and the
// dark scheme, nothing on the console, nothing from elsewhere, no sideways scrolling on a phone. What
// else the kiosk's pages owe is in kiosk-pages.suite.mjs.

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { assert, axe, long, none, program, said, same, withPage } from './lib.mjs';
import * as people from './people.mjs';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };
const KIOSK = { width: 1920, height: 1080 };
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
  + "img-src 'self' data:; font-src 'self'; connect-src 'self'; media-src 'self'; manifest-src 'self'; "
  + "worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";
const PROVIDER = { name: 'Demir Digital', email: 'kontakt@demir-digital.example' };

export default async function suite({ chrome, check }) {
  const server = await program({ command: 'demo' });
  try {
    await read(chrome, server, check);
  } finally {
    await server.stop();
  }
}

async function read(chrome, server, check) {
  const { base } = server;
  const pages = [];
  let session;

  await check('every GET route of the table can be reached', async () => {
    const scene = await arrange(chrome, server);
    session = scene.session;
    for (const line of said('pages').trim().split('\n')) {
      const route = JSON.parse(line);
      // What is no page is read by other suites.
      if (route.method !== 'GET' || route.surface === 'data') continue;
      const found = route.address ? [route.address] : scene.reach[route.name]?.map((id) => route.path.replace(/\{.*?\}/, id));
      assert(found?.length, `nobody knows how to reach ${route.name}, ${route.path}`);
      for (const address of found) pages.push({ ...route, address });
    }
    for (const address of ['/suche?q=kasse', '/suche?q=xqzvwk', '/en/suche?q=till']) {
      pages.push({ name: 'search', surface: 'web', address });
    }
    pages.push({ name: 'missing', surface: 'web', address: '/gibt-es-nicht', status: 404 });
    pages.push({ name: 'missing', surface: 'web', address: '/en/gibt-es-nicht', status: 404 });
    pages.push({ name: 'missing', surface: 'web', address: '/ls/gibt-es-nicht', status: 404 });
    pages.push({ name: 'missing', surface: 'kiosk', address: '/kiosk/gibt-es-nicht', status: 404 });
    pages.push({ name: 'missing', surface: 'desk', address: '/mitarbeit/gibt-es-nicht', status: 404 });
    return `${pages.length} pages`;
  });

  const cookie = session.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  /** A signed-in person sees the inbox instead of the page to sign in. */
  const signedIn = (page) => page.surface === 'desk' && page.name !== 'desk_sign_in';
  const fetched = (page) => fetch(base + page.address, { headers: signedIn(page) ? { cookie } : {} });

  await check('each answers with the one policy and is valid HTML', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'werkbank-html-'));
    try {
      for (const [index, page] of pages.entries()) {
        const answer = await fetched(page);
        same(answer.status, page.status ?? 200, `status of ${page.address}`);
        same(answer.headers.get('content-security-policy'), POLICY, `policy of ${page.address}`);
        writeFileSync(join(folder, `${index}.html`), await answer.text());
      }
      none(await faultsOf(folder, pages), 'the HTML checker');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    return `${pages.length} pages`;
  });

  await check('every link on the website leads somewhere', async () => {
    const known = new Set();
    const broken = [];
    for (const page of pages.filter(({ surface, status }) => surface === 'web' && !status)) {
      const html = await (await fetched(page)).text();
      for (const [, href] of html.matchAll(/<a\s[^>]*href="(\/[^"#]*)/g)) {
        const address = href.replaceAll('&amp;', '&');
        if (known.has(address)) continue;
        known.add(address);
        const { status } = await fetch(base + address);
        if (status !== 200) broken.push(`${status} ${address} on ${page.address}`);
      }
    }
    none(broken, 'broken links');
    return `${known.size} links`;
  });

  // One page of each route and language in the short run, all of them in the long one.
  const kinds = new Set();
  const some = pages.filter(({ name, lang, address, surface }) => {
    const kind = `${name} ${lang} ${surface} ${/status|termin/.test(address) ? address : ''}`;
    return long || (!kinds.has(kind) && kinds.add(kind));
  });
  const visit = (options, act, which) =>
    withPage(chrome, { ...options, storageState: undefined }, async (guest) =>
      withPage(chrome, { ...options, storageState: session }, async (member) => {
        const foreign = [];
        for (const page of [guest, member]) {
          page.on('request', (request) => {
            if (!request.url().startsWith(base) && !request.url().startsWith('data:')) foreign.push(request.url());
          });
        }
        const faults = [];
        for (const page of which) {
          const tab = signedIn(page) ? member : guest;
          const size = page.surface === 'kiosk' ? KIOSK : options.viewport;
          if (tab.viewportSize().width !== size.width) await tab.setViewportSize(size);
          await tab.goto(base + page.address);
          faults.push(...(await act(tab)).map((fault) => `${page.address} ${fault}`));
        }
        // The pages that are meant to be missing say so on the console.
        const noise = [...guest.noise, ...member.noise].filter((line) => !line.includes('404'));
        none(faults, 'faults');
        none(foreign, 'requests elsewhere');
        none(noise, 'console');
        return `${which.length} pages`;
      }),
    );

  for (const colorScheme of ['light', 'dark']) {
    // The kiosk's own suite reads its pages in the light.
    const which = some.filter(({ surface }) => surface !== 'kiosk' || colorScheme === 'dark');
    await check(`axe finds nothing and the console is silent, ${colorScheme}`, () =>
      visit({ viewport: DESK, colorScheme, reducedMotion: 'reduce' }, axe, which),
    );
  }

  await check('no page scrolls sideways on a phone', () =>
    visit(
      { viewport: PHONE },
      async (tab) => {
        const width = await tab.evaluate(() => document.documentElement.scrollWidth);
        return width > PHONE.width ? [`is ${width} px wide`] : [];
      },
      some.filter(({ surface }) => surface !== 'kiosk'),
    ),
  );
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
    return { reach, session: await page.context().storageState() };
  });
}

/** Ids of all requests in the inbox. */
async function requests(page, base) {
  await page.goto(`${base}/mitarbeit/anfragen?ansicht=team`);
  const links = await page.locator('.desk-table tbody th a').evaluateAll((all) => all.map((a) => a.pathname));
  assert(links.length >= 5, `only ${links.length} requests in the inbox`);
  return links.map((path) => path.split('/').at(-1));
}

/** What the Nu HTML checker finds in the files of a folder, which are numbered as `pages`. */
async function faultsOf(folder, pages) {
  const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
  const args = ['-jar', jar, '--format', 'json', '--stdout', '--exit-zero-always', '--skip-non-html', folder];
  const { stdout } = await promisify(execFile)('java', args, { maxBuffer: 1 << 28 });
  const { messages } = JSON.parse(stdout);
  return messages
    .filter(({ type }) => type !== 'info')
    .map(({ url, message, extract }) => `${pages[Number.parseInt(url.split('/').at(-1), 10)].address}: ${message} ${extract?.trim() ?? ''}`);
}
