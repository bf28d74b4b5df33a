// Touching as a finger does: a target counts only if it is on the screen and nothing lies over it.

import { assert } from './lib.mjs';

/** Touches the first visible of these targets and waits for the page it leads to. */
export async function touch(page, targets, what) {
  const target = targets.filter({ visible: true }).first();
  assert(await target.count(), `nothing to touch for ${what} at ${page.url()}`);
  // Sooner it is taken for the second half of a double tap that opened this page.
  while (await page.evaluate(() => performance.now()) < 300);
  const spot = await target.evaluate((node) => {
    // Scrolling is no touch.
    node.scrollIntoView({ block: 'center', behavior: 'instant' });
    const [{ left, top, width, height }] = node.getClientRects();
    const [x, y] = [left + width / 2, top + height / 2];
    const hit = document.elementFromPoint(x, y);
    const over = node.contains(hit) ? '' : hit?.outerHTML.slice(0, 120) ?? 'the edge of the screen';
    return { x, y, over };
  });
  assert(!spot.over, `${what} at ${page.url()} lies below ${spot.over}`);
  const before = page.url();
  await page.touchscreen.tap(spot.x, spot.y);
  await page.waitForURL((url) => url.href !== before, { timeout: 10_000 });
}
