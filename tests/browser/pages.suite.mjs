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
import { axe, none, same, settled } from './lib.mjs';
import { DESK, PHONE, keepsTheTeam, sample, signedIn, visit, withTour } from './tour.mjs';

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
  + "img-src 'self' data:; font-src 'self'; connect-src 'self'; media-src 'self'; manifest-src 'self'; "
  + "worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

export default ({ chrome, check }) => withTour(chrome, (tour) => read(tour, check));

async function read(tour, check) {
  const { base, pages, session, administrator } = tour;
  const cookie = ({ cookies }) => ({ cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') });
  const headers = (page) => keepsTheTeam(page) ? cookie(administrator) : signedIn(page) ? cookie(session) : {};
  const fetched = (page) => fetch(base + page.address, { headers: headers(page) });

  await check('each page of the table answers with the one policy and is valid HTML', async () => {
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

  const some = sample(pages);
  const schemes = ['light', 'dark'];
  await check(`axe finds nothing and the console is silent, ${schemes.join(' and ')}`, () =>
    visit(tour, { viewport: DESK, colorScheme: schemes[0], reducedMotion: 'reduce' }, some, async (tab, page) => {
      // The kiosk's own suite reads its pages in the light.
      const own = page.surface === 'kiosk' ? schemes.slice(1) : schemes;
      const faults = [];
      for (const colorScheme of own) {
        await tab.emulateMedia({ colorScheme });
        await settled(tab);
        faults.push(...(await axe(tab)).map((fault) => `${colorScheme}: ${fault}`));
      }
      await tab.emulateMedia({ colorScheme: schemes[0] });
      return faults;
    }),
  );

  await check('no page scrolls sideways on a phone', () =>
    visit(tour, { viewport: PHONE }, some.filter(({ surface }) => surface !== 'kiosk'), async (tab) => {
      const width = await tab.evaluate(() => document.documentElement.scrollWidth);
      return width > PHONE.width ? [`is ${width} px wide`] : [];
    }),
  );
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
