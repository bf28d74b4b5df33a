// From a touch at the kiosk to the next page on the screen; prints a table in Markdown.
// node moves.mjs http://127.0.0.1:3000 [MOVES] [RUNS]

import { createServer } from 'node:http';
import { browser, newPage } from '../lib.mjs';

const [base, MOVES = 200, RUNS = 5] = process.argv.slice(2);
const SLOWER = 4;
const TARGET = 150;

/** Touches that lead from page to page, round and round: the bar, cards, parts of a story. */
const ROUND = [
  '.kiosk-bar a[href="/kiosk/geschichten"]', '.kiosk-card a', 'a[href$="teil=2"]',
  '.kiosk-bar a[href="/kiosk/anbieter"]', '.hanging-card a', '.kiosk-bar a[href^="/kiosk/anfrage"]',
  '.kiosk-bar a[href="/kiosk/mehr"]', 'a[href="/kiosk/trends"]', '.kiosk-bar a[href="/kiosk/start"]',
];

/** Notes when a finger leaves the screen, and on the next page how long ago that was. */
function measure(beacon) {
  addEventListener('pointerup', (event) => {
    sessionStorage.setItem('touched', performance.timeOrigin + event.timeStamp);
  }, true);
  new PerformanceObserver((list) => {
    const [paint] = list.getEntriesByName('first-contentful-paint');
    const touched = Number(sessionStorage.getItem('touched'));
    // The first paint of all may be a ground without content, and is told of by itself.
    if (!paint || !touched) return;
    sessionStorage.removeItem('touched');
    navigator.sendBeacon(beacon, String(performance.timeOrigin + paint.startTime - touched));
  }).observe({ type: 'paint', buffered: true });
}

let heard = () => {};
const listener = createServer(async (request, answer) => {
  const body = Buffer.concat(await request.toArray());
  answer.writeHead(204).end();
  heard(Number(body));
});
await new Promise((done) => { listener.listen(0, '127.0.0.1', done); });
const beacon = `http://127.0.0.1:${listener.address().port}/`;

async function run(chrome, serviceWorkers) {
  const page = await newPage(chrome, { viewport: { width: 1920, height: 1080 }, hasTouch: true, bypassCSP: true, serviceWorkers });
  await page.addInitScript(measure, beacon);
  await page.evaluate((url) => location.replace(url), `${base}/kiosk/start`);
  await page.waitForURL(`${base}/kiosk/start`);
  if (serviceWorkers === 'allow') {
    const isHere = () => page.evaluate(async () =>
      Boolean(await (await caches.open('exhibition-notes')).match('/kiosk/sw/now')));
    while (!(await isHere())) await page.waitForTimeout(500);
  }
  const tools = await page.context().newCDPSession(page);
  await tools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const times = [];
  // The first round fills what browsers keep in memory, in both.
  for (let move = -ROUND.length; move < Number(MOVES); move += 1) {
    const target = page.locator(ROUND[(move + ROUND.length) % ROUND.length]).filter({ visible: true }).first();
    const box = await target.boundingBox();
    if (!box) throw new Error(`nothing to touch at ${page.url()}`);
    const { x, y, width, height } = box;
    const took = new Promise((done, give) => {
      heard = done;
      setTimeout(give, 60_000, new Error(`no paint after a touch at ${page.url()}`)).unref();
    });
    await page.waitForFunction(() => performance.now() > 400 && document.readyState === 'complete');
    await page.touchscreen.tap(x + width / 2, y + height / 2);
    const time = await took;
    if (move >= 0) times.push(time);
    await page.waitForFunction(() => document.body?.dataset.idle);
  }
  await page.context().close();
  return times.sort((a, b) => a - b);
}

const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)];
const rows = { 'with the worker': 'allow', 'without': 'block' };
const runs = Object.fromEntries(Object.keys(rows).map((name) => [name, []]));
const chrome = await browser();
try {
  for (let n = 0; n < Number(RUNS); n += 1)
    for (const [name, workers] of Object.entries(rows)) runs[name].push(await run(chrome, workers));
} finally {
  await chrome.close();
  listener.close();
}
const figure = (name, part) => {
  const all = runs[name].map((times) => at(times, part)).sort((a, b) => a - b);
  return `${Math.round(at(all, 0.5))} (${Math.round(all[0])} to ${Math.round(all.at(-1))}) ms`;
};
console.log(`| ${MOVES} moves, ${RUNS} runs | median | p95 | slowest |\n|---|---|---|---|`);
for (const name of Object.keys(rows)) console.log(`| ${name} | ${figure(name, 0.5)} | ${figure(name, 0.95)} | ${figure(name, 1)} |`);
const p95 = at(runs['with the worker'].map((times) => at(times, 0.95)).sort((a, b) => a - b), 0.5);
if (p95 > TARGET) console.log(`\nNot in order: p95 is ${Math.round(p95)} ms, above ${TARGET} ms.`);
