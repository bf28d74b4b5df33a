// Visit after visit, and hands that do not behave: nothing grows, nothing gets stuck.

import { assert, long, prove, same } from './lib.mjs';
import { LANDSCAPE, at, bar, finish, open, room, touch, touchscreen } from './touchscreen.mjs';

const VISITS = long ? 2000 : 60;
/** Growth from a tenth of the visits to the last one. */
const MOST = 0.2;

export default async function suite({ chrome, check }) {
  const it = await room();
  try {
    await check('ten taps a second, two fingers, swipe storms: still at the kiosk, nothing stuck', () => storms(chrome, it));
    await check('heap and nodes stay flat', () => soak(chrome, it));
  } finally {
    await it.close();
  }
}

async function storms(chrome, it) {
  const page = await touchscreen(chrome, it, { ...LANDSCAPE, hasTouch: true });
  const input = await page.context().newCDPSession(page);
  const fingers = (type, ...points) => input.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  const asked = [];
  page.on('framenavigated', (frame) => asked.push(frame.url()));
  const spots = [[300, 1020], [600, 1020], [900, 1020], [960, 500], [400, 400], [1500, 700]];
  for (let tap = 0; tap < 100; tap += 1) {
    const spot = spots[tap % spots.length];
    await fingers('touchStart', spot);
    await fingers('touchEnd');
    await page.waitForTimeout(100);
  }
  for (let times = 0; times < 20; times += 1) {
    await fingers('touchStart', [500, 500], [900, 500]);
    for (let step = 1; step < 6; step += 1) await fingers('touchMove', [500 - 40 * step, 500], [900 + 40 * step, 500]);
    await fingers('touchEnd');
    await fingers('touchStart', [960, 900]);
    for (let step = 1; step < 6; step += 1) await fingers('touchMove', [960 + 30 * step, 900 - 150 * step]);
    await fingers('touchEnd');
  }
  await page.waitForLoadState();
  assert(/^\/kiosk(\/|$)/.test(at(page)), `out at ${page.url()}`);
  same(await page.evaluate(() => [history.length, visualViewport.scale]), [1, 1], 'history, zoom');
  await open(page, it.base, '/kiosk/start');
  await touch(page, bar(page, 'Lochwand'), '/kiosk/anbieter');
  await finish(page);
  same(page.noise, [], 'console');
  await page.context().close();
  return `100 taps, ${asked.length} pages`;
}

async function soak(chrome, it) {
  const page = await touchscreen(chrome, it);
  const tools = await page.context().newCDPSession(page);
  await tools.send('Performance.enable');
  const measure = async () => {
    await tools.send('HeapProfiler.collectGarbage');
    const { metrics } = await tools.send('Performance.getMetrics');
    const of = (name) => metrics.find((one) => one.name === name).value;
    return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') };
  };
  let early;
  for (let visit = 1; visit <= VISITS; visit += 1) {
    await open(page, it.base, '/kiosk/start');
    for (const address of [
      ['/kiosk/geschichten/naehkurs', '/kiosk/geschichten/naehkurs?teil=2', '/kiosk/geschichten/naehkurs/mitnehmen'],
      ['/kiosk/anbieter', '/kiosk/anbieter/klarplan', '/kiosk/anfrage?anbieter=klarplan'],
      ['/kiosk/en/mehr', '/kiosk/en/foerderung', '/kiosk/en/geschichten/drohne-aufmass'],
    ][visit % 3]) await open(page, it.base, address);
    await page.evaluate(() => document.querySelector('[data-wipe]').click());
    await page.waitForURL(`${it.base}/kiosk`);
    await page.waitForFunction(() => document.body?.dataset.idle);
    if (visit === Math.ceil(VISITS / 10)) early = await measure();
  }
  const late = await measure();
  const kept = await page.evaluate(async () => (await (await caches.open('exhibition-files')).keys()).length);
  await page.context().close();
  const grown = Object.fromEntries(Object.keys(late).map((name) => [name, late[name] / early[name] - 1]));
  for (const [name, by] of Object.entries(grown)) assert(by < MOST, `${name} grew by ${Math.round(by * 100)} %`);
  const percent = (by) => `${by < 0 ? '' : '+'}${(by * 100).toFixed(1)} %`;
  const figures = `${VISITS} visits: heap ${(late.heap / 1e6).toFixed(2)} MB (${percent(grown.heap)}), ${late.nodes} nodes (${percent(grown.nodes)}), ${late.listeners} listeners (${percent(grown.listeners)}), ${kept} files kept`;
  if (long) prove('kiosk-soak', `## Visits at the touchscreen, one after another\n\n- ${figures}\n`);
  return figures;
}
