// Pages as other eyes and other paper get them: at 400 % nothing scrolls sideways, with forced colours
// controls keep an edge and the focus a ring, and a printed story is one A4 sheet of facts.

import { assert, atOnce, none, settled, withPage } from './lib.mjs';
import { DESK, sample, visit, withTour } from './tour.mjs';

// 1280 × 1024 at 400 % (WCAG 1.4.10).
const ZOOMED = { width: 320, height: 256 };
// A4 less the margins of @page, in CSS pixels.
const A4 = { width: Math.floor((210 - 2 * 12) * 96 / 25.4), height: Math.floor((297 - 2 * 9) * 96 / 25.4) };

export default ({ chrome, check }) => withTour(chrome, async (tour) => {
  const some = sample(tour.pages);
  // The kiosk's screens are what they are; its text grows by its own help.
  const zoomable = some.filter(({ surface }) => surface !== 'kiosk');

  await check('at 400 % no page scrolls sideways', () =>
    visit(tour, { viewport: ZOOMED }, zoomable, (tab) => tab.evaluate(tooWide)));

  await check('with forced colours controls have edges, the focus a ring, and words a ground', async () => {
    let controls = 0;
    const options = { viewport: DESK, forcedColors: 'active', reducedMotion: 'reduce' };
    const count = await visit(tour, options, some, async (tab) => {
      const faults = [];
      for (const colorScheme of ['light', 'dark']) {
        await tab.emulateMedia({ colorScheme });
        await settled(tab);
        const seen = await tab.evaluate(withoutOwnColours);
        controls += seen.controls;
        faults.push(...seen.faults.map((fault) => `${colorScheme}: ${fault}`));
      }
      return faults;
    });
    assert(controls > some.length * 5, `only ${controls} controls`);
    return `${count} × 2, ${controls} controls`;
  });

  const stories = tour.pages.filter(({ name }) => name === 'story');
  await check('a printed story is one A4 sheet: its facts and no menus', async () => {
    const faults = [];
    await atOnce([1, 2], (half) => withPage(chrome, { viewport: A4 }, async (page) => {
      for (const { address } of stories.filter((_, index) => index % 2 === half - 1)) {
        await page.goto(tour.base + address);
        await page.emulateMedia({ media: 'print' });
        const found = await page.evaluate(printed);
        const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;
        if (sheets !== 1) found.push(`takes ${sheets} sheets`);
        faults.push(...found.map((fault) => `${address} ${fault}`));
        await page.emulateMedia({ media: 'screen' });
      }
    }));
    assert(stories.length > 20, `only ${stories.length} stories`);
    none(faults, 'faults');
    return `${stories.length} stories`;
  });
});

/** In the page: what makes it wider than its window. */
function tooWide() {
  const wide = document.documentElement.scrollWidth;
  if (wide <= innerWidth) return [];
  const culprits = [...document.querySelectorAll('body *')].filter((node) => node.getBoundingClientRect().right > innerWidth + 1);
  return [`is ${wide} px wide, by ${culprits.at(-1)?.outerHTML.slice(0, 120)}`];
}

/** In the page: what cannot be told apart when only the system's colours are left. */
function withoutOwnColours() {
  const faults = [];
  const shown = (node) => node.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && node.getBoundingClientRect().width > 1;
  const name = (node) => node.outerHTML.replace(/\s+/g, ' ').slice(0, 110);
  const line = (style, side) => Number.parseFloat(style[`${side}Width`]) > 0 && !/none|hidden/.test(style[`${side}Style`]);
  const controls = [...document.querySelectorAll('button, .button, input:not([type=hidden]), select, textarea, summary, a[href]')].filter(shown);
  for (const node of controls) {
    const style = getComputedStyle(node);
    const edged = ['borderTop', 'borderBottom', 'borderLeft', 'borderRight', 'outline'].some((side) => line(style, side))
      || (style.appearance !== 'none' && node.matches('input, select'));
    // A link, and what looks like one, is told by its line or its place; these are told by their shape.
    if (node.matches('.button, .input, input:not([type=checkbox], [type=radio]), select, textarea') && !edged) faults.push(`${name(node)} has no edge`);
    node.focus({ focusVisible: true, preventScroll: true });
    // A card may wear the ring of its link, a label or what follows it that of a control.
    const around = [node, node.labels?.[0], node.nextElementSibling].filter(Boolean);
    for (let above = node.parentElement; around.length < 8 && above !== document.body; above = above.parentElement) around.push(above);
    const ringed = around
      .some((part) => ['', '::before', '::after'].some((pseudo) => {
        const look = getComputedStyle(part, pseudo || null);
        return line(look, 'outline') && Number.parseFloat(look.outlineWidth) >= 2 && !/transparent|rgba\(.*, 0\)/.test(look.outlineColor);
      }));
    if (document.activeElement === node && !ringed) faults.push(`${name(node)} has no ring when it has the focus`);
  }
  document.activeElement?.blur();

  const light = (colour) => {
    const [r, g, b] = colour.match(/[\d.]+/g).map((part) => Number(part) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  // What keeps its own colours has to keep both ground and ink.
  for (const node of document.querySelectorAll('body *')) {
    const style = getComputedStyle(node);
    const own = [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
    if (style.forcedColorAdjust !== 'none' || !own || !shown(node) || node.closest('svg')) continue;
    let ground = node;
    while (ground && /rgba\(.*, 0\)|transparent/.test(getComputedStyle(ground).backgroundColor)) ground = ground.parentElement;
    const [a, b] = [light(style.color), light(ground ? getComputedStyle(ground).backgroundColor : 'rgb(255, 255, 255)')].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) faults.push(`${name(node)} has a contrast of ${ratio.toFixed(1)}`);
  }
  return { faults, controls: controls.length };
}

/** In the page: what a printed story lacks, or should not carry. */
function printed() {
  const faults = [];
  const shown = (node) => node.checkVisibility({ visibilityProperty: true }) && node.getBoundingClientRect().height > 0;
  for (const lead of ['.top-line', '.site-header', '.site-footer', 'nav', '.skip-link', 'button', '.button', '.exits', 'form']) {
    for (const node of document.querySelectorAll(lead)) if (shown(node)) faults.push(`prints ${node.outerHTML.slice(0, 80)}`);
  }
  for (const fact of ['h1', '.narrative p', '.work-card dd', '.smaller-solution dd', '.work-card svg', '.print-head', '.print-foot']) {
    const all = [...document.querySelectorAll(fact)];
    if (!all.some(shown)) faults.push(`does not print ${fact}`);
  }
  for (const dd of document.querySelectorAll('.work-card dd')) if (!shown(dd)) faults.push(`does not print “${dd.textContent.slice(0, 40)}”`);
  const wide = document.documentElement.scrollWidth;
  if (wide > innerWidth) faults.push(`is ${wide} px wide on a sheet of ${innerWidth}`);
  return faults;
}
