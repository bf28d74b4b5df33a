// The interactive parts of the website: what each adds, that the console stays silent, that nothing
// is lost where the browser refuses its storage, and that pages without them load no bundle. The
// hint beside ticked times gets a form as the server draws it; the tests of `app` hold it to that.

import { execFileSync } from 'node:child_process';
import { assert, axe, same, withPage } from './lib.mjs';

const STORY = '/geschichten/baustoffhaendler-chat';
const LIST = '/merkzettel';

export default async function suite({ chrome, base, check }) {
  /** A page at `path` whose islands have started. */
  const open = async (page, path) => {
    await page.goto(base + path);
    await started(page);
  };
  const started = (page) => page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
  const address = (page) => page.url().replace(base, '');
  const focus = (page) => page.evaluate(() => document.activeElement?.id);
  const hits = (page) => page.locator('.hits').innerText();

  await check('a filter follows its boxes: list, number, address, focus and what is said', () =>
    withPage(chrome, {}, async (page) => {
      let loads = 0;
      page.on('load', () => { loads += 1; });
      for (const [path, shown] of [['/geschichten', '.shelf li'], ['/foerderung', '.shelf li']]) {
        await open(page, path);
        const before = loads;
        const all = await hits(page);
        const box = page.locator('.filters input[type=checkbox]').first();
        const id = await box.getAttribute('id');
        const kept = await box.elementHandle();
        await box.focus();
        await page.keyboard.press('Space');
        await page.waitForURL((url) => url.search.includes('ziel='));
        const status = page.locator('[data-live-status]');
        const some = await hits(page);
        assert(some !== all, `${path} still shows ${all}`);
        same(await status.textContent(), some, 'what is said');
        same(await focus(page), id, 'focus');
        assert(await box.isChecked(), 'the box is ticked');
        assert(await kept.evaluate((old) => old.isConnected && old === document.activeElement), 'the same box');
        const found = await page.locator(shown).count();
        assert(await page.locator('.chips a').count() === 1, 'one chosen filter');
        same(await page.locator('.language-switch a[lang=en]').getAttribute('href'),
          `/en${address(page)}`, 'the way to the other language');
        same(await axe(page), [], 'faults');
        // The address shows the same list without the island.
        const plain = await (await fetch(page.url())).text();
        const parts = (html) => page.evaluate((text) =>
          new DOMParser().parseFromString(text, 'text/html').querySelector('[data-live]').innerHTML, html);
        same(await page.evaluate(() => {
          const list = document.querySelector('[data-live]').cloneNode(true);
          for (const input of list.querySelectorAll('input')) input.toggleAttribute('checked', input.checked);
          return list.innerHTML;
        }), await parts(plain), 'the list and the page at its address');
        await page.reload();
        await started(page);
        same(await page.locator(shown).count(), found, 'list after a reload');
        await page.locator(`#${id}`).uncheck();
        await page.waitForURL(base + path);
        same(await hits(page), all, 'number without filters');
        same(loads, before + 1, 'pages loaded besides the reload');
      }
      same(page.noise, [], 'console');
    }),
  );

  await check('a filter follows its menus, and only the newest choice counts', () =>
    withPage(chrome, {}, async (page) => {
      await open(page, '/anbieter');
      const menu = page.locator('select[name=branche]');
      const values = await menu.locator('option').evaluateAll((all) => all.map((one) => one.value).filter(Boolean));
      assert(values.length > 1, 'several sectors');
      const [first, second] = values;
      // The first answer arrives last.
      let release;
      const held = new Promise((done) => { release = done; });
      await page.route((url) => url.search.includes(`branche=${first}`), async (route) => {
        await held;
        await route.continue();
      });
      await menu.focus();
      await menu.selectOption(first);
      await menu.selectOption(second);
      await page.waitForURL((url) => url.search === `?branche=${second}`);
      const late = page.waitForResponse((response) => response.url().includes(`branche=${first}`));
      release();
      await (await late).finished();
      await page.evaluate(() => new Promise((done) => { setTimeout(done); }));
      same(address(page), `/anbieter?branche=${second}`, 'address');
      same(await menu.inputValue(), second, 'choice');
      same(await focus(page), 'f-branche', 'focus');
      const cards = await page.locator('.hook-grid > li').count();
      same(Number.parseInt(await hits(page), 10), cards, 'number and cards');
      same(page.noise, [], 'console');
    }),
  );

  await check('a filter that cannot fetch sends its form', () =>
    withPage(chrome, {}, async (page) => {
      await open(page, '/geschichten');
      await page.route((url) => url.search.includes('ziel='), (route) =>
        (route.request().isNavigationRequest() ? route.continue() : route.abort()));
      const loaded = page.waitForEvent('load');
      await page.locator('.filters input[type=checkbox]').first().check();
      await loaded;
      assert(page.url().includes('ziel='), page.url());
      assert(await page.locator('.filters input[type=checkbox]').first().isChecked(), 'the box is ticked');
    }),
  );

  await check('a story is kept, survives a reload, is listed, and is removed', () =>
    withPage(chrome, {}, async (page) => {
      await open(page, STORY);
      const button = page.getByRole('button', { name: 'Auf den Merkzettel' });
      const kept = page.getByRole('button', { name: 'Steht auf dem Merkzettel' });
      same(await page.getByRole('link', { name: 'Auf den Merkzettel' }).count(), 0, 'the plain link');
      await button.focus();
      await page.keyboard.press('Enter');
      await kept.waitFor();
      same(await page.locator('[data-shortlist] [role=status]').textContent(), 'Steht auf dem Merkzettel', 'said');
      same(await axe(page), [], 'faults');
      await page.reload();
      await started(page);
      await kept.waitFor();
      await page.getByRole('link', { name: 'Merkzettel ansehen (1)' }).click();
      await started(page);
      same(address(page), `${LIST}?g=baustoffhaendler-chat`, 'address of the list');
      await page.getByText('Die Liste ist auf diesem Gerät gemerkt.').waitFor();
      same(await axe(page), [], 'faults of the list');
      // The list is remembered where the address names none.
      await page.goto(base + LIST);
      await page.waitForURL(`**${LIST}?g=baustoffhaendler-chat`);
      await started(page);
      await page.getByRole('link', { name: 'Entfernen' }).click();
      await page.getByRole('heading', { name: 'Noch nichts gemerkt' }).waitFor();
      same(await page.evaluate(() => localStorage.length), 0, 'what the browser remembers');
      await open(page, STORY);
      await button.click();
      await kept.click();
      await button.waitFor();
      same(await page.locator('[data-shortlist] [role=status]').textContent(), 'Vom Merkzettel genommen', 'said');
      same(await page.getByRole('link', { name: 'Merkzettel ansehen' }).count(), 0, 'the way to an empty list');
      same(page.noise, [], 'console');
    }),
  );

  await check('a list that came from elsewhere is kept only if one says so', () =>
    withPage(chrome, {}, async (page) => {
      await open(page, `${LIST}?g=baustoffhaendler-chat`);
      same(await page.evaluate(() => localStorage.length), 0, 'before');
      await page.getByRole('button', { name: 'Liste auf diesem Gerät merken' }).click();
      await page.getByRole('status').getByText('Die Liste ist auf diesem Gerät gemerkt.').waitFor();
      same(await page.evaluate(() => localStorage.getItem('merkzettel')), 'baustoffhaendler-chat', 'after');
      await open(page, STORY);
      await page.getByRole('button', { name: 'Steht auf dem Merkzettel' }).waitFor();
      same(page.noise, [], 'console');
    }),
  );

  await check('without JavaScript the shortlist is its address and the filter has a button', () =>
    withPage(chrome, { javaScriptEnabled: false }, async (page) => {
      await page.goto(base + STORY);
      same(await page.getByRole('button', { name: 'Merkzettel' }).count(), 0, 'buttons that would do nothing');
      await page.getByRole('link', { name: 'Auf den Merkzettel' }).click();
      await page.waitForURL(`**${LIST}?g=baustoffhaendler-chat`);
      same(await page.getByRole('button', { name: 'Liste auf diesem Gerät merken' }).count(), 0, 'keeping');
      await page.getByRole('link', { name: 'Dazulegen' }).first().click();
      await page.waitForURL(/\?g=.+&g=.+/);
      same(await page.getByRole('link', { name: 'Entfernen' }).count(), 2, 'stories on the list');
      await page.getByRole('link', { name: 'Entfernen' }).first().click();
      await page.getByRole('link', { name: 'Entfernen' }).click();
      await page.getByRole('heading', { name: 'Noch nichts gemerkt' }).waitFor();
      await page.goto(`${base}/geschichten`);
      await page.locator('.filters input[type=checkbox]').first().check();
      await page.locator('#f-apply').click();
      await page.waitForURL(/ziel=/);
      same(await page.locator('.chips a').count(), 1, 'chosen filters');
    }),
  );

  await check('a draft survives a reload, not a new link, and is gone once it is sent', () =>
    withPage(chrome, {}, async (page) => {
      const words = 'Zettel & Telefon = 100 % "Handarbeit" äöü';
      const message = page.getByLabel('Worum geht es bei Ihnen?');
      await open(page, '/anfrage');
      await message.fill(words);
      await page.getByLabel('Kunden enger binden').check();
      await page.reload();
      await started(page);
      same(await message.inputValue(), words, 'what was typed');
      assert(await page.getByLabel('Kunden enger binden').isChecked(), 'what was chosen');
      await open(page, '/anfrage?ziel=verwaltung');
      same(await message.inputValue(), '', 'a new link');
      await message.fill(words);
      await page.getByRole('button', { name: 'Weiter: Ihr Betrieb' }).click();
      await page.getByLabel('Name des Betriebs').fill('Sanitär Probe');
      await page.getByLabel('Branche').selectOption({ label: 'Handwerk' });
      await page.getByLabel('Stadtbezirk').selectOption({ label: 'Hörde' });
      await page.getByLabel('10 bis 49').check();
      await page.getByLabel('Ihr Name').fill('Ida Probe');
      await page.getByLabel('E-Mail-Adresse').fill(`draft-${process.pid}@sanitaer.example`);
      const drafts = () => page.evaluate(() => Object.keys(sessionStorage).sort());
      await started(page);
      same(await drafts(), ['request-firm', 'request-plan'], 'drafts while it is written');
      await page.locator('main').getByRole('button', { name: 'Weiter: Prüfen und senden' }).click();
      await page.getByRole('button', { name: 'Anfrage senden' }).click();
      await page.waitForURL(/\/anfrage\/danke\//);
      await started(page);
      same(await drafts(), [], 'drafts after sending');
      same(page.noise, [], 'console');
    }),
  );

  await check('the hint beside ticked times says which one will be booked', () =>
    withPage(chrome, {}, async (page) => {
      const boot = (await (await fetch(base + STORY)).text()).match(/\/pkg\/boot-public\.\w+\.js/)?.[0];
      const bundle = (await (await fetch(base + boot)).text()).match(/\/pkg\/public\.\w+\.js/)?.[0];
      const island = (await (await fetch(base + bundle)).text()).match(/SlotHint_\d+/)?.[0];
      assert(island, 'the bundle has the island');
      const form = (name, first) => `<form id="${name}">
        <input type="checkbox" name="slot" value="1" aria-label="1" ${first ? `data-books="${first}"` : ''}>
        <input type="checkbox" name="slot" value="2" aria-label="2" data-books="${name} second">
        <input type="checkbox" name="slot" value="3" aria-label="3">
        <input type="checkbox" name="slot" value="none" aria-label="none">
        <p role="status" data-slot-hint="${name} otherwise"></p>
        <leptos-island data-component="${island}"><!----></leptos-island></form>`;
      await page.route(base + STORY, async (route) => {
        const response = await route.fetch();
        const html = await response.text();
        const body = html.replace(/<main[\s\S]*<\/main>/, `<main>${form('one', 'one first')}${form('two')}</main>`);
        await route.fulfill({ response, body });
      });
      await open(page, STORY);
      const tick = (name, value, on) => page.locator(`#${name} [value="${value}"]`).setChecked(on);
      const says = (name) => page.locator(`#${name} [role=status]`).textContent();
      same(await says('one'), '', 'nothing ticked');
      await tick('one', '3', true);
      same(await says('one'), 'one otherwise', 'a time that suits nobody else');
      await tick('one', '2', true);
      same(await says('one'), 'one second', 'the only common time');
      await tick('one', '1', true);
      same(await says('one'), 'one first', 'the earliest common time');
      for (const value of ['1', '2', '3']) await tick('one', value, false);
      await tick('one', 'none', true);
      same(await says('one'), '', 'none of these');
      same(await says('two'), '', 'the other form');
      await tick('two', '2', true);
      same([await says('one'), await says('two')], ['', 'two second'], 'each form has its own');
      same(page.noise, [], 'console');
    }),
  );

  for (const how of ['throws', 'is full']) {
    await check(`no page breaks if the storage ${how}`, () =>
      withPage(chrome, {}, async (page) => {
        await page.addInitScript((refused) => {
          const refuse = () => { throw new DOMException('refused', 'SecurityError'); };
          if (refused) {
            for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get: refuse });
          } else {
            Storage.prototype.setItem = refuse;
          }
        }, how === 'throws');
        await open(page, STORY);
        if (how === 'throws') {
          await page.getByRole('link', { name: 'Auf den Merkzettel' }).click();
          await page.waitForURL(`**${LIST}?g=baustoffhaendler-chat`);
        } else {
          await page.getByRole('button', { name: 'Auf den Merkzettel' }).click();
        }
        await open(page, `${LIST}?g=baustoffhaendler-chat`);
        await page.getByRole('link', { name: 'Entfernen' }).click();
        await page.getByRole('heading', { name: 'Noch nichts gemerkt' }).waitFor();
        await open(page, '/anfrage');
        await page.getByLabel('Worum geht es bei Ihnen?').fill('Zettel');
        await page.getByRole('button', { name: 'Weiter: Ihr Betrieb' }).click();
        await page.getByLabel('Name des Betriebs').waitFor();
        await open(page, '/geschichten');
        await page.locator('.filters input[type=checkbox]').first().check();
        await page.waitForURL(/ziel=/);
        same(page.noise, [], 'console');
      }),
    );
  }

  await check('pages without islands load no bundle, and pages with islands do', () =>
    withPage(chrome, {}, async (page) => {
      assert(process.env.WERKBANK_BIN, 'set WERKBANK_BIN: the list of pages comes from the program');
      const lines = execFileSync(process.env.WERKBANK_BIN, ['pages'], {
        cwd: new URL('../..', import.meta.url),
        env: { PATH: process.env.PATH },
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      });
      const seen = new Set();
      const one = lines.trim().split('\n').map((line) => JSON.parse(line))
        .filter(({ method, right, surface, address: where }) => method === 'GET' && right === 'public' && surface !== 'data' && where)
        .filter(({ name, surface, lang }) => lang === 'de' && !seen.has(name + surface) && seen.add(name + surface));
      let fetched = [];
      page.on('request', (request) => {
        const { pathname } = new URL(request.url());
        if (pathname.startsWith('/pkg/')) fetched.push(pathname);
      });
      const wrong = [];
      for (const { address: path, islands } of one) {
        fetched = [];
        await page.goto(base + path);
        // Only a page that loads the bundle has anything to start.
        if (islands && (await page.locator('leptos-island').count())) await started(page);
        const has = await page.locator('leptos-island').count() > 0;
        const loads = fetched.some((name) => name.endsWith('.wasm'));
        // A short address leads to the page it stands for.
        const moved = new URL(page.url()).pathname !== path;
        if (!moved && (has !== islands || loads !== islands)) {
          wrong.push(`${path}: islands ${islands}, found ${has}, fetched ${fetched.join(' ') || 'nothing'}`);
        }
      }
      same(wrong, [], 'pages');
      const without = one.filter(({ islands }) => !islands).length;
      assert(without > 15 && one.length - without >= 5, `${without} of ${one.length} without islands`);
      return `${without} without, ${one.length - without} with islands`;
    }),
  );
}
