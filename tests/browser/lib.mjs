// What every browser suite uses: the program under test, Chromium, and checks that count.

import { execFileSync, spawn } from 'node:child_process';
import {
  existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, watch, writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** The folder of the repository. */
export const root = resolve(fileURLToPath(import.meta.url), '../../..');

/** Whether full counts are wanted (`cargo xtask test --long`). */
export const long = process.env.WERKBANK_TEST_LONG === '1';

/** Fails with `message` unless `condition`. */
export function assert(condition, message) {
  if (!condition) throw new Error(message);
}

/** Fails with the list unless it is empty. */
export function none(faults, what) {
  const more = faults.length > 60 ? `\n  … and ${faults.length - 60} more` : '';
  assert(!faults.length, `${what}:\n  ${faults.slice(0, 60).join('\n  ')}${more}`);
}

/** Fails unless both are the same when written as JSON. */
export function same(found, wanted, what) {
  const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)];
  assert(a === b, `${what}: found ${a}, wanted ${b}`);
}

/** A copy of the environment without our variables: the program refuses those it does not know. */
function environment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('WERKBANK_')));
}

/** Leaves figures for docs/proof.md, as the other suites do. */
export function prove(name, text) {
  const folder = join(root, 'target/proof');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.md`), text);
}

/** Runs the program with `args` to its end and returns what it printed. */
export function said(...args) {
  const binary = process.env.WERKBANK_BIN;
  assert(binary, 'set WERKBANK_BIN, or run `cargo xtask test browser`');
  return execFileSync(binary, args, { cwd: root, env: environment(), encoding: 'utf8' });
}

/**
 * Starts WERKBANK_BIN on a free port with an empty database. Ended by `stop()`. Its mails are files
 * in `outgoing`, unless `args` name a mail server; `printed()` is what it has said so far.
 */
export async function program({ command = 'serve', args = [], env = {} } = {}) {
  const binary = process.env.WERKBANK_BIN;
  assert(binary, 'set WERKBANK_BIN, or run `cargo xtask test browser`');
  const data = mkdtempSync(join(tmpdir(), 'werkbank-browser-'));
  const child = spawn(binary, [command, '--listen', '127.0.0.1:0', '--data', data, ...args], {
    cwd: root,
    env: { ...environment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => { log += text; });
  const ended = new Promise((done) => child.once('exit', done));
  const address = await Promise.race([
    written(join(data, 'serve.address')),
    ended.then(() => { throw new Error(`the program ended:\n${log}`); }),
  ]);
  return {
    base: `http://${address}`,
    address,
    data,
    outgoing: join(data, 'outgoing'),
    printed: () => log,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** The Python that has the packages of tests/requirements.txt. */
export function python() {
  const found = process.env.WERKBANK_TEST_PYTHON;
  assert(found, 'set WERKBANK_TEST_PYTHON to a Python with tests/requirements.txt, or run `cargo xtask test browser`');
  return found;
}

/** The content of a file as soon as it is there and not empty. */
function written(path) {
  return new Promise((done) => {
    const look = () => {
      const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
      if (text) {
        watcher.close();
        done(text);
      }
    };
    const watcher = watch(join(path, '..'), look);
    look();
  });
}

/** The system's Chromium. */
export function browser() {
  return chromium.launch({
    executablePath: process.env.WERKBANK_CHROMIUM || '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}

/** What Playwright says itself where a page would start a service worker. */
const BLOCKED = 'Service Worker registration blocked by Playwright';

/**
 * A page in a context of its own. What it writes to the console and every error of a script is in
 * `page.noise`, which a suite expects to be empty. Without `serviceWorkers: 'allow'` the kiosk is as
 * it is before its worker has the exhibition: fetching all of it in each context would take minutes.
 */
export async function newPage(chrome, options = {}) {
  const context = await chrome.newContext({ serviceWorkers: 'block', ...options });
  const page = await context.newPage();
  page.noise = [];
  page.on('console', (message) => message.text() !== BLOCKED && page.noise.push(message.text()));
  page.on('pageerror', (error) => page.noise.push(String(error)));
  return page;
}

/** Runs `act` with a page and closes its context afterwards. */
export async function withPage(chrome, options, act) {
  const page = await newPage(chrome, options);
  try {
    return await act(page);
  } finally {
    await page.context().close();
  }
}

/** Does `act` to each item, two at the same time: one for each core of a small machine. */
export async function atOnce(items, act) {
  const waiting = [...items];
  const work = async () => {
    while (waiting.length) await act(waiting.shift());
  };
  await Promise.all([work(), work()]);
}

/** Gives each item to `act` in one of two tabs; returns what they wrote to the console. */
export async function inTabs(chrome, options, items, act) {
  const waiting = [...items];
  const noise = [];
  await atOnce([1, 2], () => withPage(chrome, options, async (page) => {
    while (waiting.length) await act(page, waiting.shift());
    noise.push(...page.noise);
  }));
  return noise;
}

/** Violations of WCAG 2.2 A and AA on the page as it is, as readable lines. */
export async function axe(page) {
  // A page that stays, in another scheme or turned round, still has it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const found = await page.evaluate(() =>
    window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
      // Nobody reads them, and looking for them takes time.
      selectors: false,
    }),
  );
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} (${node.failureSummary?.split('\n')[1]?.trim()})`),
  );
}

/** Waits until what a change of the scheme or the size set in motion has come to rest. */
export async function settled(page) {
  await page.evaluate(async () => {
    await new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); });
    const transitions = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.allSettled(transitions.map((one) => one.finished));
  });
}

/** The mails to an address that the program has handed over, as plain text, oldest first. */
export function mails(outgoing, address) {
  if (!existsSync(outgoing)) return [];
  return readdirSync(outgoing)
    .filter((name) => name.endsWith('.eml'))
    .sort()
    .map((name) => readFileSync(join(outgoing, name), 'latin1'))
    .filter((mail) => mail.includes(`\r\nTo: ${address}\r\n`))
    .map(unquoted);
}

/** Waits until there are `count` mails to an address and returns them. */
export async function arrived(outgoing, address, count) {
  mkdirSync(outgoing, { recursive: true });
  return new Promise((done, give) => {
    const look = () => {
      const found = mails(outgoing, address);
      if (found.length < count) return;
      clearTimeout(deadline);
      watcher.close();
      done(found);
    };
    const deadline = setTimeout(() => {
      watcher.close();
      give(new Error(`${mails(outgoing, address).length} of ${count} mails to ${address} in 20 s`));
    }, 20_000);
    const watcher = watch(outgoing, look);
    look();
  });
}

/** Undoes quoted-printable (RFC 2045, 6.7). */
function unquoted(text) {
  const bytes = text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/**
 * Keeps a picture of the page as `name` in the folder WERKBANK_PICTURES, if that is set: how the
 * pages of a journey are looked at.
 */
export async function picture(page, name) {
  const folder = process.env.WERKBANK_PICTURES;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
