// The keyboard alone, on every page of the route table: Tab reaches everything in the order of the
// page, nothing holds it, the focus can be seen in both schemes and is never covered, and the way past
// the menus comes first and works.

import { assert, settled } from './lib.mjs';
import { tabThrough, toTheTop, unseenIn } from './keyboard.mjs';
import { DESK, KIOSK, PHONE, sample, visit, withTour } from './tour.mjs';

const UPRIGHT = { width: KIOSK.height, height: KIOSK.width };

export default ({ chrome, check }) => withTour(chrome, (tour) =>
  check('Tab reaches everything in order, seen and uncovered, light and dark, wide and narrow', async () => {
    const which = sample(tour.pages);
    let stops = 0;
    const count = await visit(tour, { viewport: DESK, reducedMotion: 'reduce' }, which, async (tab, page) => {
      if (await tab.locator('script[src*="/pkg/boot"]').count()) {
        await tab.locator('html[data-hydrated]').waitFor({ state: 'attached' });
      }
      const kiosk = page.surface === 'kiosk';
      const faults = [];
      for (const [size, scheme, other] of [[kiosk ? KIOSK : DESK, 'light', 'dark'], [kiosk ? UPRIGHT : PHONE, 'dark', 'light']]) {
        await tab.setViewportSize(size);
        await tab.emulateMedia({ colorScheme: scheme });
        await settled(tab);
        const walked = await tabThrough(tab);
        stops += walked.stops;
        const found = walked.faults.map((fault) => `${scheme}: ${fault}`)
          .concat(kiosk ? [] : await pastTheMenus(tab))
          .concat((await unseenIn(tab, other)).map((fault) => `${other}: ${fault}`));
        faults.push(...found.map((fault) => `${size.width}, ${fault}`));
      }
      await tab.setViewportSize(kiosk ? KIOSK : DESK);
      return faults;
    });
    assert(stops > which.length * 10, `only ${stops} stops`);
    return `${count} × 2, ${stops} stops`;
  }));

/** The first stop of every page that has menus leads past them. */
async function pastTheMenus(tab) {
  await toTheTop(tab);
  await tab.keyboard.press('Tab');
  const first = await tab.evaluate(() => document.activeElement?.matches('a.skip-link[href="#content"]'));
  if (!first) return ['does not begin with the way past the menus'];
  await tab.keyboard.press('Enter');
  const there = await tab.evaluate(() => document.activeElement?.id === 'content' && location.hash === '#content');
  await tab.keyboard.press('Tab');
  const inside = await tab.evaluate(() => {
    const [at, main] = [document.activeElement, document.querySelector('#content')];
    return at === document.body || main.contains(at) || Boolean(main.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING);
  });
  return there && inside ? [] : ['has a way past the menus that leads elsewhere'];
}
