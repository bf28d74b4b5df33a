// The search: without JavaScript from the header to a hit; with it, suggestions by keyboard; and
// what axe says about each of its states.

import { assert, axe, same, withPage } from './lib.mjs';

export default async function suite({ chrome, base, check }) {
  const started = (page) => page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
  const field = (page) => page.locator('main input[type=search]');
  const options = (page) => page.locator('main [role=option]');
  const expanded = (page) => field(page).getAttribute('aria-expanded');
  const chosen = (page) => page.evaluate(() => {
    const id = document.activeElement.getAttribute('aria-activedescendant');
    return id && document.getElementById(id)?.getAttribute('aria-selected') === 'true' ? id : null;
  });
  /** The search page with its island, and `typed` in the field. */
  const type = async (page, typed) => {
    await page.goto(`${base}/suche`);
    await started(page);
    await field(page).pressSequentially(typed);
    await page.locator('main [role=listbox]:not([hidden])').waitFor();
  };

  await check('without JavaScript: header, hits, filter, hit', () =>
    withPage(chrome, { javaScriptEnabled: false }, async (page) => {
      for (const viewport of [{ width: 390, height: 844 }, { width: 1440, height: 900 }]) {
        await page.setViewportSize(viewport);
        await page.goto(`${base}/geschichten`);
        await page.locator('.header-search > summary').click();
        await page.locator('.header-search input').fill('bäckrei');
        await page.keyboard.press('Enter');
        await page.waitForURL(/\/suche\?q=/u);
        same(await field(page).inputValue(), 'bäckrei', 'what was typed');
        assert((await page.locator('.shelf .note').innerText()).includes('„Bäckerei“'), 'the other word is said');
        const fold = page.locator('.filters-fold > summary');
        if (await fold.isVisible()) await fold.click();
        await page.locator('.filters input[value=geschichten]').check();
        await page.locator('.filters button').click();
        await page.waitForURL(/art=geschichten/u);
        same(await page.locator('.hit-group').count(), 1, 'groups');
        await page.locator('.hit h3 a').first().click();
        await page.waitForURL(/\/geschichten\/./u);
      }
    }),
  );

  await check('suggestions by keyboard: chosen, left, followed', () =>
    withPage(chrome, {}, async (page) => {
      await type(page, 'pfle');
      const n = await options(page).count();
      assert(n > 1 && n <= 8, `${n} suggestions`);
      same(await expanded(page), 'true', 'open');
      assert((await page.locator('main [data-suggest-status]').textContent()).startsWith(`${n} `), 'their number is said');
      same(await chosen(page), null, 'nothing chosen yet');
      await page.keyboard.press('ArrowDown');
      same(await chosen(page), 'suggestion-0', 'first');
      await page.keyboard.press('ArrowUp');
      same(await chosen(page), `suggestion-${n - 1}`, 'last');
      await page.keyboard.press('ArrowDown');
      same(await chosen(page), 'suggestion-0', 'first again');
      same(await axe(page), [], 'faults with the list open');
      await page.keyboard.press('Escape');
      same(await expanded(page), 'false', 'closed');
      same(await field(page).inputValue(), 'pfle', 'what was typed stays');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/suche\?q=pfle/u);

      await type(page, 'haupth');
      const href = await options(page).first().getAttribute('href');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(base + href);

      await type(page, 'haupth');
      await page.keyboard.press('Tab');
      same(await expanded(page), 'false', 'closed when left');
      await field(page).fill('');
      await field(page).pressSequentially('haupth');
      await options(page).first().click();
      await page.waitForURL(base + href);
      same(page.noise, [], 'console');
    }),
  );

  await check('only the newest letters count, and a server that fails is not missed', () =>
    withPage(chrome, {}, async (page) => {
      await page.goto(`${base}/suche`);
      await started(page);
      // The first answer arrives last.
      let release;
      const held = new Promise((done) => { release = done; });
      await page.route((url) => url.searchParams.get('q') === 'ka', async (route) => {
        await held;
        await route.continue();
      });
      await field(page).pressSequentially('ka');
      await field(page).pressSequentially('lender');
      await page.locator('main [role=listbox]:not([hidden])').waitFor();
      const shown = await options(page).allInnerTexts();
      const late = page.waitForResponse((answer) => new URL(answer.url()).searchParams.get('q') === 'ka');
      release();
      await (await late).finished();
      await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
      same(await options(page).allInnerTexts(), shown, 'suggestions');
      same(page.noise, [], 'console');

      await page.route(/vorschlaege/u, (route) => route.abort());
      await field(page).pressSequentially('x');
      await page.locator('main [role=listbox][hidden]').waitFor({ state: 'attached' });
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/suche\?q=kalenderx/u);
    }),
  );

  await check('a filter follows its boxes and keeps the words', () =>
    withPage(chrome, {}, async (page) => {
      await page.goto(`${base}/suche?q=kasse`);
      await started(page);
      const before = await page.locator('.hits').innerText();
      await page.locator('.filters input[value=anbieter]').check();
      await page.waitForURL(/q=kasse&art=anbieter/u);
      assert(await page.locator('.hits').innerText() !== before, 'another number');
      same(await page.locator('.hit-group').count(), 1, 'groups');
      same(page.noise, [], 'console');
    }),
  );

  await check('axe: beginning, hits, nothing, unfolded header, light and dark', async () => {
    let states = 0;
    for (const colorScheme of ['light', 'dark']) {
      for (const viewport of [{ width: 390, height: 844 }, { width: 1440, height: 900 }]) {
        await withPage(chrome, { colorScheme, viewport }, async (page) => {
          for (const path of ['/suche', '/suche?q=kasse', '/suche?q=xqzvwk', '/suche?q=bäckrei', '/en/suche?q=till', '/geschichten']) {
            await page.goto(base + path);
            await started(page);
            if (path === '/geschichten') await page.locator('.header-search > summary').click();
            same(await axe(page), [], `faults at ${path}, ${colorScheme}`);
            const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            assert(over <= 0, `${path} is ${over} px too wide`);
            states += 1;
          }
          same(page.noise, [], 'console');
        });
      }
    }
    return `${states} states`;
  });
}
