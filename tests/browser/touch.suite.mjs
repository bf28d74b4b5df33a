// What a hand and an eye need at the kiosk, in millimetres: on 24", 32", 43" and 55" Full HD panels,
// lying and standing, as it is, with larger letters and lowered for people who sit. How many px a
// millimetre has comes from the paired device; here the suite says it.

import { assert, none, same, withPage } from './lib.mjs';

const INCHES = [24, 32, 43, 55];
const SIZES = [{ width: 1920, height: 1080 }, { width: 1080, height: 1920 }];
const STORY = '/kiosk/geschichten/baustoffhaendler-chat';
const PAGES = [
  '/kiosk', '/kiosk/start', '/kiosk/geschichten', STORY, `${STORY}?teil=2`, `${STORY}?teil=5`,
  `${STORY}/mitnehmen`, '/kiosk/anbieter', '/kiosk/anbieter/demir-digital', '/kiosk/anfrage', '/kiosk/mehr',
  '/kiosk/gebaerdensprache', '/kiosk/ls/start', '/kiosk/en/mehr',
];
/** CSS px of a millimetre on a Full HD panel. */
const scale = (inch) => Math.hypot(1920, 1080) / (inch * 25.4);

export default async function suite({ chrome, base, check }) {
  const helps = {
    'as it is': {},
    'larger letters': { textSize: 'large' },
    lowered: { lower: 'on' },
    'larger and lowered': { textSize: 'large', lower: 'on' },
  };
  for (const [name, dataset] of Object.entries(helps)) {
    await check(`targets, letters and reach in millimetres, ${name}`, () =>
      withPage(chrome, { viewport: SIZES[0], reducedMotion: 'reduce' }, async (page) => {
        const faults = [];
        let measured = 0;
        for (const address of PAGES) {
          const answer = await page.goto(base + address);
          assert(answer.ok(), `${address}: ${answer.status()}`);
          await page.waitForFunction(() => document.body.dataset.idle);
          for (const size of SIZES) {
            await page.setViewportSize(size);
            for (const inch of INCHES) {
              const found = await page.evaluate(measure, { mm: scale(inch), dataset });
              measured += found.targets;
              const where = `${address} ${inch}" ${size.width}×${size.height}`;
              faults.push(...found.faults.map((fault) => `${where}: ${fault}`));
            }
          }
        }
        none(faults, 'faults');
        none(page.noise, 'console');
        assert(measured > 1000, `only ${measured} targets`);
        return `${measured} targets`;
      }),
    );
  }

  await check('helps: one touch on every page, shown as pressed, kept while moving on, gone after the visit', () =>
    withPage(chrome, { viewport: SIZES[0] }, async (page) => {
      const key = (name) => page.locator(`[data-help=${name}]`);
      const state = () => page.evaluate(() => {
        const { textSize, contrast, lower } = document.documentElement.dataset;
        const pressed = [...document.querySelectorAll('[data-help]')].map((one) => one.getAttribute('aria-pressed'));
        return [textSize ?? '', contrast ?? '', lower ?? '', ...pressed];
      });
      for (const address of PAGES) {
        await page.goto(base + address);
        for (const name of ['textSize', 'contrast', 'lower']) assert(await key(name).isVisible(), `${address} has no ${name}`);
        for (const name of [/Leichte Sprache|Deutsch/, 'DGS'])
          assert(await page.locator('.kiosk-helps').getByText(name).first().isVisible(), `${address} has no ${name}`);
      }
      await page.goto(`${base}/kiosk/start`);
      for (const name of ['textSize', 'contrast', 'lower']) await key(name).click();
      const all = ['large', 'more', 'on', 'true', 'true', 'true'];
      same(await state(), all, 'switched on');
      await page.getByRole('link', { name: 'Lochwand' }).click();
      await page.waitForURL('**/kiosk/anbieter');
      await page.waitForFunction(() => document.body.dataset.idle);
      same(await state(), all, 'on the next page');
      await key('lower').click();
      same((await state()).slice(0, 3), ['large', 'more', ''], 'one switched off');
      await page.getByRole('link', { name: 'Fertig, alles löschen' }).click();
      await page.waitForURL(`${base}/kiosk`);
      await page.waitForFunction(() => document.body.dataset.idle);
      same(await state(), ['', '', '', 'false', 'false', 'false'], 'after the visit');
    }),
  );

  await check('“tiefer” brings the dialog down, too', () =>
    withPage(chrome, { viewport: SIZES[1] }, async (page) => {
      await page.goto(`${base}/kiosk/start`);
      await page.locator('[data-help=lower]').click();
      const top = await page.evaluate(() => {
        document.querySelector('#idle').showModal();
        return document.querySelector('#idle').getBoundingClientRect().top;
      });
      const reach = 300 * 3.78;
      assert(top >= 1920 - reach - 2, `the dialog begins at ${top} px`);
    }),
  );
}

/** Runs in the page: everything that is too small, out of reach or cut, in millimetres. */
function measure({ mm, dataset }) {
  const root = document.documentElement;
  root.style.setProperty('--mm', `${mm}px`);
  for (const name of ['textSize', 'lower']) {
    if (dataset[name]) root.dataset[name] = dataset[name];
    else delete root.dataset[name];
  }
  const faults = [];
  const main = document.querySelector('#content');
  main.scrollTop = 0;
  const shown = (node) => node.checkVisibility({ visibilityProperty: true }) && !node.closest('.visually-hidden, dialog');
  const name = (node) => `${node.tagName.toLowerCase()}.${node.className} “${node.textContent.trim().slice(0, 24)}”`;
  const attract = document.body.matches('.kiosk-attract');

  // Targets. Links inside sentences are as high as their line (WCAG 2.5.8).
  let targets = 0;
  for (const node of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary')) {
    if (!shown(node) || node.closest('.prose p, .prose li, .kiosk-columns p, .crumbs') || node.matches('.attract-touch .touch')) continue;
    const after = getComputedStyle(node, '::after');
    const area = after.position === 'absolute' && after.content !== 'none' ? (node.offsetParent ?? node) : node;
    const { width, height } = area.getBoundingClientRect();
    const least = Math.min(width, height) / mm;
    const primary = node.matches('.kiosk-places a, .kiosk-pager .button, .kiosk-scrollers .button, .drawer, .kiosk-pages .key');
    const wanted = primary ? 20 : 15;
    targets += 1;
    if (least < wanted - 0.1) faults.push(`${name(node)} is ${least.toFixed(1)} mm small`);
  }

  // Letters: an em of 6.35 mm is 18 minutes of arc from 80 cm; enlarged an H has 0.7° from 50 cm.
  const least = dataset.textSize && !attract ? 6.1 / 0.668 : 6.35;
  const small = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !shown(parent) || parent.closest('svg, sup')) continue;
    const size = parseFloat(getComputedStyle(parent).fontSize) / mm;
    if (size < least - 0.05) small.add(`${name(parent)} is written ${size.toFixed(2)} mm high`);
  }
  faults.push(...small);

  // Nothing leaves the screen; what does not fit is scrolled with the large buttons.
  if (root.scrollWidth > innerWidth || root.scrollHeight > innerHeight) faults.push('the page scrolls');
  if (main.scrollWidth > main.clientWidth + 2) faults.push(`the content is ${main.scrollWidth - main.clientWidth} px too wide`);
  const rest = main.scrollHeight - main.clientHeight;
  const scrolls = /auto|scroll/.test(getComputedStyle(main).overflowY);
  if (rest > 2 && !scrolls) faults.push(`the content is cut by ${rest} px`);
  if (main.clientHeight < 45 * mm && !attract) faults.push(`the content has ${Math.round(main.clientHeight / mm)} mm`);
  for (const node of main.querySelectorAll('*')) {
    if (!shown(node) || node.closest('svg, .picture, .attract-picture, .kiosk-picture, .kiosk-night, video')) continue;
    const { overflowY } = getComputedStyle(node);
    if (/hidden|clip/.test(overflowY) && node.scrollHeight > node.clientHeight + 3) faults.push(`${name(node)} cuts ${node.scrollHeight - node.clientHeight} px`);
  }

  // The bar is the lowest thing, and what is operated is in reach of whoever sits.
  const bar = document.querySelector('.kiosk-bar, .attract-touch:not([hidden] *)').getBoundingClientRect();
  if (Math.abs(bar.bottom - innerHeight) > 1) faults.push('the bar is not at the foot');
  if (bar.top < innerHeight * (dataset.textSize || dataset.lower ? 0.35 : 0.5)) faults.push('the bar begins in the upper half');
  if (dataset.lower && !attract) {
    const reach = Math.max(300 * mm, innerHeight * 0.3);
    const highest = Math.min(...[...document.querySelectorAll('a[href], button')].filter(shown).map((node) => node.getBoundingClientRect().top));
    if (highest < innerHeight - reach - 2) faults.push(`something to touch stands ${Math.round((innerHeight - highest) / mm)} mm high`);
  }
  return { faults, targets };
}
