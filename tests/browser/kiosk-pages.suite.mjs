// Every page of the kiosk: found by following its own links, without a way out, laid out for one
// screen in both orientations, large enough to touch and to read, without barriers, and usable
// without any script.

import { assert, axe, inTabs, long, none, settled, withPage } from './lib.mjs';

const LANDSCAPE = { width: 1920, height: 1080 };
const PORTRAIT = { width: 1080, height: 1920 };
const KIOSK = /^\/kiosk(\/|$)/;

export default async function suite({ chrome, base, check }) {
  const pages = new Map();

  await check('every link leads to a page of the kiosk', async () => {
    await crawl(base, pages);
    assert(pages.size > 150, `only ${pages.size} pages found`);
    return `${pages.size} pages`;
  });

  await check('nothing leads out: no address elsewhere, no mail, no call, no download', async () => {
    const out = [...pages].flatMap(([address, html]) =>
      [...html.matchAll(/\s(?:href|src|action|formaction|poster|data)="([^"]*)"/g)]
        .map(([, url]) => url)
        .filter((url) => !/^\/(assets|media|pkg)\//.test(url) && !KIOSK.test(url) && !url.startsWith('#'))
        .concat(html.replace(/="[^"]*"/g, '=""').match(/<[^>]*\s(?:download|target|ping)(?:=|[\s>])/g) ?? [])
        .map((url) => `${address}: ${url}`),
    );
    none(out, 'ways out');
    return `${pages.size} pages`;
  });

  await check('imprint and accessibility statement are two touches from the attract screen', async () => {
    const links = (address) => linksOf(base, address, pages.get(address) ?? '');
    const two = new Set(links('/kiosk').flatMap((address) => [address, ...links(address)]));
    for (const wanted of ['/kiosk/impressum', '/kiosk/datenschutz', '/kiosk/barrierefreiheit'])
      assert(two.has(wanted), `${wanted} is further away`);
  });

  const own = [...pages.keys()].filter((address) => made(pages.get(address)));
  const translated = (address) => /^\/kiosk\/(en|ls)\b/.test(address);
  // Words in Leichte Sprache are the longest: one page of each kind in the short run.
  const plain = oneOfEach([...pages].filter(([address]) => own.includes(address) && /^\/kiosk\/ls\b/.test(address)));
  const measured = long ? own : [...own.filter((address) => !translated(address)), ...plain];
  await check('pages made for the kiosk fit one screen, both ways round', async () => {
    const faults = [];
    const noise = await inTabs(chrome, { viewport: LANDSCAPE }, measured, async (page, address) => {
      await page.goto(base + address);
      for (const size of [LANDSCAPE, PORTRAIT]) {
        await page.setViewportSize(size);
        // Which story comes first depends on the day; every one has its turn.
        const slides = await page.locator('.attract-slide').count();
        for (let slide = 0; slide < Math.max(slides, 1); slide += 1) {
          await page.evaluate(showSlide, slide);
          const found = await page.evaluate(measure);
          faults.push(...found.map((fault) => `${address} ${size.width}×${size.height}: ${fault}`));
        }
      }
      await page.setViewportSize(LANDSCAPE);
    });
    none(faults, 'faults');
    none(noise, 'console');
    return `${measured.length} pages × 2`;
  });

  await check('axe finds nothing, the warning and the offline screen included', async () => {
    const chosen = long ? drawnOnce(pages) : oneOfEach(pages);
    const faults = [];
    const options = { viewport: LANDSCAPE, reducedMotion: 'reduce' };
    const noise = await inTabs(chrome, options, chosen, async (page, address) => {
      await page.goto(base + address);
      for (const size of [LANDSCAPE, PORTRAIT]) {
        await page.setViewportSize(size);
        await settled(page);
        faults.push(...(await axe(page)).map((fault) => `${address} ${size.width}: ${fault}`));
      }
      await page.setViewportSize(LANDSCAPE);
    });
    const notices = {
      warning: () => document.querySelector('#idle').showModal(),
      offline: () => {
        document.querySelector('#offline').hidden = false;
        document.querySelector('#content').hidden = true;
      },
    };
    noise.push(...await inTabs(chrome, options, Object.entries(notices), async (page, [name, show]) => {
      await page.goto(`${base}/kiosk/start`);
      await page.evaluate(show);
      faults.push(...(await axe(page)).map((fault) => `${name}: ${fault}`));
    }));
    none(faults, 'violations');
    none(noise, 'console');
    return `${chosen.length} pages × 2 and two notices`;
  });

  await check('pages that scroll have buttons for it, nothing scrolls sideways, and no column is too narrow to read', () =>
    withPage(chrome, { viewport: PORTRAIT, reducedMotion: 'reduce' }, async (page) => {
      const scrolling = [...pages.keys()].filter((address) => !made(pages.get(address)) && !/\?/.test(address));
      scrolling.push('/kiosk/merkzettel?g=naehkurs&g=pflege-touren');
      let pressed = 0;
      for (const address of scrolling) {
        await page.goto(base + address);
        const wide = await page.evaluate(() => {
          const main = document.querySelector('#content');
          return main.scrollWidth - main.clientWidth + document.documentElement.scrollWidth - innerWidth;
        });
        assert(wide <= 0, `${address} is ${wide} px too wide`);
        none(await page.evaluate(narrow), address);
        const down = page.locator('#scrollers button').nth(1);
        if (!(await down.isVisible())) continue;
        await down.click();
        await page.waitForFunction(() => document.querySelector('#content').scrollTop > 100);
        pressed += 1;
      }
      assert(pressed > 0, 'no page scrolls');
      return `${scrolling.length} pages, ${pressed} scroll`;
    }),
  );

  await check('without scripts links do it all', () =>
    withPage(chrome, { viewport: LANDSCAPE, javaScriptEnabled: false }, async (page) => {
      const step = async (name, wanted) => {
        await page.getByRole('link', { name }).first().click();
        await page.waitForURL((url) => wanted.test(url.pathname + url.search));
      };
      await page.goto(`${base}/kiosk`);
      for (const id of ['#pause', '#next-story']) assert(!(await page.locator(id).isVisible()), `${id} is dead`);
      await step(/Bitte antippen/, /\/kiosk\/geschichten\/[^/?]+$/);
      await step('Weiterlesen, eine Seite weiter', /teil=2$/);
      await step(/Die kleinere Lösung/, /teil=\d+$/);
      await step(/Zum Mitnehmen/, /\/mitnehmen$/);
      await step('Kennenlernen', /\/kiosk\/anfrage\?geschichte=/);
      await step('Lochwand', /\/kiosk\/anbieter$/);
      await step('Nächste Karten', /seite=2$/);
      await step('Mehr und Hilfen', /\/kiosk\/mehr$/);
      assert(!(await page.locator('#helps').isVisible()), 'helps without script are dead');
      await step('Fertig, alles löschen', /\/kiosk$/);
    }),
  );
}

/** Follows every link from the attract screen. */
async function crawl(base, pages) {
  const waiting = ['/kiosk'];
  const seen = new Set(waiting);
  const broken = [];
  while (waiting.length) {
    await Promise.all(
      waiting.splice(0, 8).map(async (address) => {
        const answer = await fetch(base + address);
        const html = await answer.text();
        if (!answer.ok) broken.push(`${answer.status} ${address}`);
        pages.set(address, html);
        for (const next of linksOf(base, address, html)) {
          // A shortlist links to every longer one; with one story on it it looks like all of them.
          const listed = next.match(/[?&]g=/g) ?? [];
          if (KIOSK.test(next) && !seen.has(next) && listed.length < 2) {
            seen.add(next);
            waiting.push(next);
          }
        }
      }),
    );
  }
  none(broken, 'broken links');
}

function linksOf(base, address, html) {
  return [...html.matchAll(/<a\b[^>]*\shref="([^"]+)"/g)].map(([, href]) => {
    const url = new URL(href.replaceAll('&amp;', '&'), base + address);
    return url.origin === new URL(base).origin ? url.pathname + url.search : url.href;
  });
}

/** Whether a page was laid out for the kiosk, and does not scroll. */
function made(html) {
  return html.includes('data-surface="kiosk"') && !/<main id="content"[^>]*class="kiosk-scroll/.test(html);
}

/** One address for each picture: some differ only in what their links carry on, and look the same. */
function drawnOnce(pages) {
  const pictures = new Map();
  for (const [address, html] of pages) {
    const picture = html.replace(/<(?:link|meta)\b[^>]*>/g, '').replace(/( href="[^"?#]*)\?[^"#]*/g, '$1');
    if (!pictures.has(picture)) pictures.set(picture, address);
  }
  return [...pictures.values()];
}

/** One page of each kind: addresses that differ only in the entry or the number of a page are one. */
function oneOfEach(pages) {
  const kinds = new Map();
  for (const [address, html] of pages) {
    const folder = address.replace(/\?.*/, '').split('/').slice(0, /^\/kiosk\/(en|ls)\b/.test(address) ? 4 : 3).join('/');
    const main = html.match(/<main id="content"[^>]*class="([^"]*)"/)?.[1] ?? '';
    const part = address.match(/teil=\d/)?.[0] ?? '';
    kinds.set(`${folder} ${main} ${part}`, address);
  }
  return [...kinds.values()];
}

/** Runs in the page: shows one slide of the attract screen and hides the others. */
function showSlide(wanted) {
  document.querySelectorAll('.attract-slide').forEach((slide, at) => slide.toggleAttribute('hidden', at !== wanted));
}

/** Runs in the page: what does not fit, is too small to touch or too small to read. */
function measure() {
  const faults = [];
  const visible = (node) => node.checkVisibility({ visibilityProperty: true }) && !node.closest('.visually-hidden');
  const name = (node) => `${node.tagName.toLowerCase()}.${node.className} “${node.textContent.trim().slice(0, 30)}”`;
  const box = document.documentElement;
  if (box.scrollWidth > innerWidth || box.scrollHeight > innerHeight) faults.push('the page scrolls');
  const scrolls = (node) => /auto|scroll|hidden|clip/.test(getComputedStyle(node).overflowY + getComputedStyle(node).overflowX);
  for (const node of document.querySelectorAll('#content, #content *')) {
    if (!visible(node) || node.closest('svg') || !scrolls(node) || node.matches('.picture, .attract-picture, .kiosk-picture')) continue;
    if (node.scrollHeight > node.clientHeight + 2) faults.push(`${name(node)} is ${node.scrollHeight - node.clientHeight} px too high`);
    if (node.scrollWidth > node.clientWidth + 2) faults.push(`${name(node)} is ${node.scrollWidth - node.clientWidth} px too wide`);
  }
  const main = document.querySelector('#content').getBoundingClientRect();
  for (const node of document.querySelectorAll('#content :is(h1, h2, h3, p, li, dd, a, button, img)')) {
    if (!visible(node) || node.closest('.kiosk-text, .picture, .attract-picture, .kiosk-picture')) continue;
    const { top, bottom, left, right } = node.getBoundingClientRect();
    if (top < main.top - 2 || bottom > main.bottom + 2 || left < -2 || right > innerWidth + 2) faults.push(`${name(node)} is outside`);
  }
  for (const card of document.querySelectorAll('.kiosk-card, .hanging-card, .drawer, .work-card, .poster')) {
    const outer = card.getBoundingClientRect();
    for (const node of card.querySelectorAll('p, h2, b, dd, .plate')) {
      if (visible(node) && node.getBoundingClientRect().bottom > outer.bottom + 2) faults.push(`${name(node)} sticks out of its card`);
    }
  }
  for (const node of document.querySelectorAll('a[href], button')) {
    if (!visible(node) || node.closest('.kiosk-columns p, .kiosk-columns li')) continue;
    const after = getComputedStyle(node, '::after');
    const area = after.position === 'absolute' && after.content !== 'none' ? (node.offsetParent ?? node) : node;
    const { width, height } = area.getBoundingClientRect();
    if (Math.min(width, height) < 63.5) faults.push(`${name(node)} is ${Math.round(width)}×${Math.round(height)} px small`);
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const small = new Set();
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !visible(parent) || parent.closest('svg, script, dialog:not([open])')) continue;
    const size = parseFloat(getComputedStyle(parent).fontSize);
    if (size < 23.9) small.add(`${name(parent)} is written in ${size} px`);
  }
  return faults.concat([...small]);
}

/** In a page: sentences that stand in a column of less than ten letters' heights. */
function narrow() {
  const walker = document.createTreeWalker(document.querySelector('#content'), NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const { data, parentElement: parent } = walker.currentNode;
    if (data.trim().length < 60 || parent.closest('svg, pre, h1, h2, h3, .visually-hidden') || !parent.checkVisibility()) continue;
    const words = new Range();
    words.selectNodeContents(walker.currentNode);
    const { width } = words.getBoundingClientRect();
    const letters = width / parseFloat(getComputedStyle(parent).fontSize);
    if (letters < 10) found.push(`“${data.trim().slice(0, 30)}” is ${Math.round(letters)} em wide`);
  }
  return found;
}
