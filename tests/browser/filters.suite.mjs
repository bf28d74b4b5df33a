// Filters of every list: the number beside an option is what choosing it shows, options of a facet
// widen, facets narrow, the order stays, nothing ends on an empty page without a way on, and the
// address carries it all. What is left is computed here from the lists of single options.

import { assert, atOnce, long, none, same, withPage } from './lib.mjs';
import { address, LISTS, readList } from './lists.mjs';
import { DESK, PHONE } from './tour.mjs';

export default async function suite({ chrome, base, check }) {
  const { goals, sectors, districts } = await (await fetch(`${base}/api/v1/site`)).json();
  const codes = (named) => named.map(({ id }) => id);
  const known = {
    ziel: codes(goals),
    branche: codes(sectors),
    bezirk: codes(districts),
    groesse: ['solo', '1-9', '10-49', '50-249', '250+'],
    kosten: ['0', 'u1000', '1000-5000', '5000-15000', '15000-50000', 'o50000'],
    art: ['geschichten', 'anbieter', 'foerderung', 'trends', 'wegweiser', 'personen', 'seiten'],
  };

  for (const list of LISTS) {
    await check(`every filter of ${address(list)} and pairs of them`, () =>
      withPage(chrome, {}, async (page) => {
        await page.goto(base + list.path);
        const read = (choices) => page.evaluate(readList, { at: address(list, choices), entry: list.entry });
        return everyFilter(list, known, read);
      }),
    );
  }

  for (const javaScriptEnabled of [false, true]) {
    await check(`the address carries the filters: form, reload, back, way on; JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
      const forms = LISTS.filter(({ path }) => path !== '/trends');
      await atOnce(forms, (list) => {
        const kiosk = list.path.startsWith('/kiosk');
        return withPage(chrome, { viewport: kiosk ? DESK : PHONE, javaScriptEnabled }, (page) => byHand(page, base, list, javaScriptEnabled));
      });
      return `${forms.length} lists`;
    });
  }

  await check('the number on each drawer is what it holds', () =>
    withPage(chrome, {}, async (page) => {
      let drawers = 0;
      for (const [home, items] of [['/', '.shelf > ul > li'], ['/en', '.shelf > ul > li'], ['/kiosk/start', '#content > ul > li']]) {
        await page.goto(base + home);
        const found = await page.locator('a.drawer[href*="ziel="]').evaluateAll((all) =>
          all.map((drawer) => [drawer.getAttribute('href'), Number(drawer.querySelector('.count i').textContent)]));
        for (const [href, n] of found) {
          let held = 0;
          for (let at = href; at;) {
            await page.goto(base + at);
            held += await page.locator(items).count();
            const next = page.locator('.kiosk-pager a').last();
            const on = (await next.count()) ? await next.getAttribute('href') : null;
            at = on && seite(on) > seite(at) ? on : null;
          }
          same(held, n, `stories behind ${href}`);
          drawers += 1;
        }
      }
      assert(drawers > 15, `only ${drawers} drawers`);
      return `${drawers} drawers`;
    }),
  );
}

const seite = (href) => Number(href.match(/seite=(\d+)/)?.[1] ?? 1);

/** Every option alone, and two at a time: all pairs in the long run, every ninth in the short one. */
async function everyFilter(list, known, read) {
  const faults = [];
  const all = await read([]);
  assert(all.listed.length > 1 && all.options.length > 4, `${all.listed.length} entries, ${all.options.length} options`);
  const facets = [...new Set(all.options.map(({ name }) => name))];
  const singles = facets.flatMap((name) => known[name].map((value) => ({ name, value })));
  const strange = all.options.filter(({ name, value }) => !known[name].includes(value));
  none(strange.map(({ name, value }) => `${name}=${value}`), 'options this suite does not know');
  let empty = 0;

  /** Compares a page with what has to be on it. */
  const compare = async (choices, wanted) => {
    const at = address(list, choices);
    const page = await read(choices);
    const shown = list.showsAll && !wanted.length ? all.listed : wanted;
    if (JSON.stringify(page.listed) !== JSON.stringify(shown)) faults.push(`${at} lists ${page.listed.length}: ${page.listed}, wanted ${shown.length}: ${shown}`);
    if (page.figure !== wanted.length) faults.push(`${at} says ${page.figure}, lists ${wanted.length}`);
    for (const { name, value } of page.options.filter((one) => one.chosen)) {
      if (!choices.some(([n, v]) => n === name && v === value)) faults.push(`${at} shows ${name}=${value} as chosen`);
    }
    if (!wanted.length && !list.showsAll) {
      empty += 1;
      if (!page.ways.length) faults.push(`${at} is empty and leads nowhere`);
      let onward = 0;
      for (const { href, n } of page.ways) {
        const there = await read([...new URL(href, 'http://x').searchParams].filter(([name]) => name !== 'q'));
        if (n !== null && there.listed.length !== n) faults.push(`${at} promises ${n} at ${href}, which lists ${there.listed.length}`);
        onward += there.listed.length > 0;
      }
      if (!onward) faults.push(`${at} is empty and leads to empty pages only`);
    }
    return page;
  };

  for (const single of singles) {
    const { name, value } = single;
    const beside = all.options.find((one) => one.name === name && one.value === value)?.n ?? 0;
    const { listed, figure } = await read([[name, value]]);
    single.listed = list.showsAll && figure === 0 ? [] : listed;
    if (single.listed.length !== beside) faults.push(`${name}=${value} has ${beside} beside it and lists ${single.listed.length}`);
    const wanted = all.listed.filter((entry) => single.listed.includes(entry));
    single.page = await compare([[name, value]], wanted);
  }
  const pairs = singles.flatMap((a, i) => singles.slice(i + 1).map((b) => [a, b])).filter(([a, b]) => list.several || a.name !== b.name);
  const chosen = pairs.filter((_, i) => long || i % 9 === 0);
  for (const [a, b] of chosen) {
    const same = a.name === b.name;
    const wanted = all.listed.filter((one) => (same ? a.listed.includes(one) || b.listed.includes(one) : a.listed.includes(one) && b.listed.includes(one)));
    await compare([[a.name, a.value], [b.name, b.value]], wanted);
    const beside = a.page.options.find((one) => one.name === b.name && one.value === b.value)?.n ?? 0;
    const alone = same ? b.listed.length : wanted.length;
    if (beside !== alone) faults.push(`with ${a.name}=${a.value}, ${b.name}=${b.value} has ${beside} beside it, not ${alone}`);
  }
  none(faults, 'faults');
  return `${all.listed.length} entries, ${singles.length} options, ${chosen.length} of ${pairs.length} pairs, ${empty} empty pages with a way on`;
}

/** As a person does it: chooses in the form, reloads, opens an entry, comes back, finds the way on. */
async function byHand(page, base, list, live) {
  const start = base + address(list);
  const main = page.locator('#content');
  const rows = main.locator(list.entry).filter({ visible: true });
  const names = () => rows.locator('h2, h3').allInnerTexts();
  const ready = () => (live ? page.locator('html[data-hydrated]').waitFor({ state: 'attached' }) : undefined);
  const unfold = async () => {
    const fold = main.locator('.filters-fold > summary');
    if (await fold.isVisible() && !(await main.locator('.filters-fold').evaluate((one) => one.open))) await fold.click();
  };
  await page.goto(start);
  await ready();
  await unfold();
  const before = await names();
  const boxes = main.locator('.filters input[type=checkbox]');
  if (await boxes.count()) await boxes.nth((await boxes.count()) - 1).check();
  else await main.locator('select[name=groesse]').selectOption({ index: 1 });
  if (!live) await main.locator('#f-apply').click();
  await page.waitForURL((url) => url.href !== start && url.search.includes('='));
  const at = page.url();
  await main.locator('.chips a').first().waitFor();
  const some = await names();
  assert(some.length && some.join() !== before.join(), `${at} lists the same`);
  await page.reload();
  await ready();
  same(await names(), some, `${at} after a reload`);
  const entry = rows.locator('h2 a, h3 a').first();
  if (await entry.count() && !list.path.startsWith('/kiosk')) {
    await entry.click();
    await page.waitForURL((url) => url.href !== at);
    await page.goBack();
    await page.waitForURL(at);
    await ready();
    same(await names(), some, `${at} after coming back`);
    same(await main.locator('.chips a').count(), 1, `chosen filters at ${at} after coming back`);
  }
  // Nothing left: two choices that exclude each other, found in the list itself.
  const nothing = await page.evaluate(async ({ path, words }) => {
    const query = (pairs) => `${path}?${new URLSearchParams([...(words ? [['q', words]] : []), ...pairs])}`;
    for (const ziel of ['wissen', 'personal', 'neues-geschaeft', 'vertriebskanaele']) {
      for (const branche of ['bau', 'bildung', 'logistik', 'gesundheit-pflege', 'handel', 'industrie']) {
        const pairs = [['ziel', ziel], ['branche', branche]];
        if ((await (await fetch(query(pairs))).text()).includes('class="empty-state"')) return query(pairs);
      }
    }
    return null;
  }, list);
  if (!nothing) return;
  await page.goto(base + nothing);
  same(await rows.count(), 0, `entries at ${nothing}`);
  await main.locator('.empty-state a').first().click();
  await rows.first().waitFor();
}
