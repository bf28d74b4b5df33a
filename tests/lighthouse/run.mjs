// Lighthouse for the pages people come for; prints a table in Markdown.
// node run.mjs http://127.0.0.1:3000

import * as chromeLauncher from 'chrome-launcher';
import lighthouse from 'lighthouse';

const RUNS = 5;
const PAGES = {
  home: '/',
  list: '/geschichten',
  story: '/geschichten/sonntagsbroetchen',
  wall: '/anbieter',
  request: '/anfrage',
};
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const address = process.argv[2];

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const chrome = await chromeLauncher.launch({
  chromePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic',
    '--disable-background-networking', '--disable-component-update', '--no-first-run'],
});
const failed = new Set();
try {
  console.log('| Page | Performance | Accessibility | Best practices | SEO | LCP | CLS | TBT |');
  console.log('|---|---|---|---|---|---|---|---|');
  for (const [name, path] of Object.entries(PAGES)) {
    const results = [];
    for (let run = 0; run < RUNS; run += 1) {
      const { lhr } = await lighthouse(address + path, { port: chrome.port, logLevel: 'error' });
      if (lhr.runtimeError) throw new Error(`${path}: ${lhr.runtimeError.message}`);
      results.push(lhr);
    }
    const scores = CATEGORIES.map((category) =>
      Math.round(100 * median(results.map((lhr) => lhr.categories[category].score))));
    const number = (audit) => median(results.map((lhr) => lhr.audits[audit].numericValue));
    for (const lhr of results) {
      for (const category of CATEGORIES.slice(1)) {
        for (const { id, weight } of lhr.categories[category].auditRefs) {
          if (weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1) {
            failed.add(`${name}: ${lhr.audits[id].title} (${id})`);
          }
        }
      }
    }
    const seconds = (number('largest-contentful-paint') / 1000).toFixed(2);
    const cells = [...scores, `${seconds} s`, number('cumulative-layout-shift').toFixed(3),
      `${Math.round(number('total-blocking-time'))} ms`];
    console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
} finally {
  await chrome.kill();
}
for (const what of failed) console.log(`\nNot in order: ${what}`);
