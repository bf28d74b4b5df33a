// Started by `cargo xtask test browser`. Runs every *.suite.mjs beside this file and prints how many
// checks passed. A suite exports `default async ({ chrome, base, outgoing, check })`; `check(name,
// act)` is one check. Words on the command line choose suites by name.

import { readdirSync } from 'node:fs';
import { browser, long, program, prove } from './lib.mjs';

const words = process.argv.slice(2);
const names = readdirSync(new URL('.', import.meta.url))
  .filter((name) => name.endsWith('.suite.mjs'))
  .filter((name) => !words.length || words.some((word) => name.includes(word)))
  .sort();

const figures = [];
let passed = 0;
let failed = 0;
const server = await program();
const chrome = await browser();
try {
  for (const name of names) {
    const suite = name.replace('.suite.mjs', '');
    const before = passed + failed;
    const check = async (what, act) => {
      const start = performance.now();
      try {
        const note = await act();
        passed += 1;
        const took = ((performance.now() - start) / 1000).toFixed(1);
        console.log(`ok ${suite}: ${what}${note ? `: ${note}` : ''} (${took} s)`);
        if (note) figures.push(`- ${suite}: ${what}: ${note}\n`);
      } catch (error) {
        failed += 1;
        console.error(`FAILED ${suite}: ${what}\n  ${error.stack ?? error}`);
      }
    };
    try {
      const { default: run } = await import(`./${name}`);
      await run({ chrome, base: server.base, outgoing: server.outgoing, check });
    } catch (error) {
      failed += 1;
      console.error(`FAILED ${suite}: ${error.stack ?? error}`);
    }
    if (passed + failed === before) {
      failed += 1;
      console.error(`FAILED ${suite}: it checked nothing`);
    }
  }
} finally {
  await chrome.close();
  await server.stop();
}
if (passed + failed === 0) {
  failed = 1;
  console.error('there is no suite');
}
if (long) prove('browser', `## Pages in a browser\n\n${figures.join('')}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
