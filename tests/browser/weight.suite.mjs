// The first visit of the home page on a phone: every byte that travels until nothing more comes, with
// an empty cache and without scrolling, the sign in the browser's tab included.

import { assert, withPage } from './lib.mjs';
import { PHONE } from './tour.mjs';

const MOST = 150_000;

export default async function suite({ chrome, base, check }) {
  for (const path of ['/', '/en', '/ls']) {
    for (const deviceScaleFactor of [2, 3]) {
      await check(`${path} weighs at most ${MOST} bytes on a phone with ${deviceScaleFactor} dots a pixel`, () =>
        withPage(chrome, { viewport: PHONE, deviceScaleFactor, isMobile: true, hasTouch: true }, async (page) => {
          const answers = await listen(page);
          await page.goto(base + path, { waitUntil: 'networkidle' });
          await fetchIcons(page, answers);
          const sums = {};
          for (const { type, size, url, encoding } of answers.values()) {
            assert(size > 0, `nothing is known about ${url}`);
            const packed = !/Document|Stylesheet|Script/.test(type) || encoding === 'br';
            assert(packed, `${url} came as ${encoding ?? 'it is'}`);
            sums[type] = (sums[type] ?? 0) + size;
          }
          for (const part of ['Document', 'Stylesheet', 'Font', 'icon']) assert(sums[part], `no ${part} came`);
          const all = Object.values(sums).reduce((sum, size) => sum + size, 0);
          const list = Object.entries(sums).map(([type, size]) => `${type} ${size}`).join(', ');
          assert(all <= MOST, `${all} bytes in ${answers.size} answers: ${list}`);
          return `${all} bytes in ${answers.size} answers: ${list}`;
        }),
      );
    }
  }
}

/** Every answer by its request: kind, bytes with its head, and how it was packed. */
async function listen(page) {
  const answers = new Map();
  const network = await page.context().newCDPSession(page);
  network.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (response.url.startsWith('data:')) return;
    const encoding = Object.entries(response.headers).find(([name]) => name.toLowerCase() === 'content-encoding')?.[1];
    answers.set(requestId, { type, url: response.url, encoding, size: 0 });
  });
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (answers.has(requestId)) answers.get(requestId).size = encodedDataLength;
  });
  await network.send('Network.enable');
  return answers;
}

/** The signs this browser would show if it had a tab to show them in. */
async function fetchIcons(page, answers) {
  const icons = await page.locator('link[rel=icon], link[rel=manifest]').evaluateAll((all) => all.map(({ href }) => href));
  for (const url of icons) {
    const answer = await fetch(url, { headers: { 'accept-encoding': 'br' } });
    // The body is unpacked here; what travelled is in its head.
    const size = Number(answer.headers.get('content-length')) + 400;
    answers.set(url, { type: 'icon', url, size });
    await answer.arrayBuffer();
  }
}
