// Every public page of the website, in every language: found by following its own links, then read
// in the light and the dark scheme on a phone and a desk. No barriers, nothing on the console, one
// policy, nothing from elsewhere, no sideways scrolling.

import { assert, axe, long, same, withPage } from './lib.mjs';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";

export default async function suite({ chrome, base, check }) {
  const pages = new Set(['/', '/en', '/mitarbeit/anmelden', '/gibt-es-nicht']);

  await check('every link on every page leads somewhere', async () => {
    const broken = [];
    for (const address of pages) {
      const answer = await fetch(base + address);
      const html = await answer.text();
      if (!address.endsWith('/gibt-es-nicht') && answer.status !== 200) broken.push(`${answer.status} ${address}`);
      assert(answer.headers.get('content-security-policy')?.startsWith(POLICY), `policy of ${address}`);
      for (const [, href] of html.matchAll(/<a\s[^>]*href="(\/[^"#]*)/g)) {
        const next = href.replaceAll('&amp;', '&');
        // One page of each list is enough; its filters are other queries of the same page.
        if (!next.includes('?') && !next.startsWith('/mitarbeit')) pages.add(next);
      }
    }
    same(broken, [], 'broken links');
    assert(pages.size > 60, `only ${pages.size} pages found`);
    return `${pages.size} pages`;
  });

  // One page of each kind in the short run, all of them in the long one.
  const kinds = new Set();
  const read = [...pages].filter((address) => {
    const kind = address.replace(/^(\/en)?(\/(?:geschichten|anbieter|foerderung|trends))\/(?!reihenfolge$).+/, '$1$2/*');
    return long || (!kinds.has(kind) && kinds.add(kind));
  });

  for (const colorScheme of ['light', 'dark']) {
    await check(`axe finds nothing and the console is silent, ${colorScheme}`, () =>
      withPage(chrome, { viewport: DESK, colorScheme }, async (page) => {
        const foreign = [];
        page.on('request', (request) => {
          if (!request.url().startsWith(base) && !request.url().startsWith('data:')) foreign.push(request.url());
        });
        const faults = [];
        for (const address of read) {
          await page.goto(base + address);
          faults.push(...(await axe(page)).map((fault) => `${address} ${fault}`));
        }
        same(faults, [], 'faults');
        same(foreign, [], 'requests elsewhere');
        // The one page that is meant to be missing says so on the console.
        same(page.noise.filter((line) => !line.includes('404')), [], 'console');
        return `${read.length} pages`;
      }),
    );
  }

  await check('no page scrolls sideways on a phone', () =>
    withPage(chrome, { viewport: PHONE }, async (page) => {
      const wide = [];
      for (const address of read) {
        await page.goto(base + address);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        if (width > PHONE.width) wide.push(`${address}: ${width}`);
      }
      same(wide, [], 'too wide');
      return `${read.length} pages`;
    }),
  );
}
