// A screen nobody sees, with the session of the screen in the room on it: kiosk/ laid out by its own
// installer into a folder, in a mount namespace in which that folder is /etc and /run. And a go-between
// before the program, whose probe tells what the page in that window sees.

import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './lib.mjs';

const KIOSK = join(root, 'kiosk');

/** Asks for something again and again until it is there. */
export async function until(what, act, seconds = 20) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await act();
    if (found) return found;
    if (Date.now() > end) throw new Error(`after ${seconds} s still not: ${what}`);
    await new Promise((done) => { setTimeout(done, 100); });
  }
}

/** A port nobody listens on. */
export async function freePort() {
  const server = createServer();
  await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
  const { port } = server.address();
  await new Promise((done) => { server.close(done); });
  return port;
}

/** Runs in the page: says several times a second where it is. */
const PROBE = `(() => {
  const page = Math.random(), keys = [];
  addEventListener('keydown', (event) => keys.push(event.key), true);
  const say = () => fetch('/probe', { method: 'POST', body: JSON.stringify({
    page, keys, path: location.pathname, inside: [innerWidth, innerHeight], screen: [screen.width, screen.height],
    zoom: visualViewport.scale * devicePixelRatio, history: history.length,
    voices: speechSynthesis.getVoices().map((voice) => voice.lang + ' ' + voice.name),
  }) }).catch(() => {});
  say();
  setInterval(say, 150);
})();`;

/** A go-between on `port` that adds the probe to every page; `seen` is what it said last. */
export async function goBetween(base, port) {
  const between = { seen: undefined, at: 0, close: undefined };
  const { hostname, port: to } = new URL(base);
  const server = createServer((asked, answer) => {
    if (asked.url === '/probe.js') {
      answer.setHeader('content-type', 'text/javascript');
      return answer.end(PROBE);
    }
    if (asked.url === '/probe') {
      const parts = [];
      asked.on('data', (part) => parts.push(part));
      return asked.on('end', () => {
        between.seen = JSON.parse(Buffer.concat(parts));
        between.at = Date.now();
        answer.end();
      });
    }
    const headers = { ...asked.headers, 'accept-encoding': 'identity' };
    delete headers['if-none-match'];
    const onward = request({ hostname, port: to, path: asked.url, method: asked.method, headers }, (got) => {
      if (!/^text\/html/.test(got.headers['content-type'] ?? '') || asked.method === 'HEAD') {
        answer.writeHead(got.statusCode, got.headers);
        return got.pipe(answer);
      }
      const parts = [];
      got.on('data', (part) => parts.push(part));
      return got.on('end', () => {
        const html = Buffer.concat(parts).toString().replace('</head>', '<script src="/probe.js"></script></head>');
        const { 'content-length': _, ...rest } = got.headers;
        answer.writeHead(got.statusCode, rest);
        answer.end(html);
      });
    });
    onward.on('error', () => answer.destroy());
    asked.pipe(onward);
  });
  await new Promise((done) => { server.listen(port, '127.0.0.1', done); });
  between.close = () => new Promise((done) => {
    server.close(done);
    server.closeAllConnections();
  });
  return between;
}

/** A screen of `width` × `height` with the session on it, whose kiosk is at `url`. */
export async function screen({ width, height, url }) {
  const folder = mkdtempSync(join(tmpdir(), 'werkbank-screen-'));
  const xvfb = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const display = await new Promise((done, give) => {
    xvfb.stdout.once('data', (number) => done(`:${String(number).trim()}`));
    xvfb.once('exit', () => give(new Error('Xvfb ended')));
  });
  const installed = join(folder, 'installed');
  const install = () => execFileSync(join(KIOSK, 'install.sh'), [url], { env: { ...process.env, KIOSK_ROOT: installed }, encoding: 'utf8' });
  const laid = [install(), install()];
  // What Debian's package has put there stays beside the policy.
  if (existsSync('/etc/chromium')) cpSync('/etc/chromium', join(installed, 'etc/chromium'), { recursive: true });
  for (const name of ['state', 'home', 'user']) mkdirSync(join(folder, name), { mode: 0o700 });
  const shared = join(installed, 'usr/local');
  const namespace = [
    'mkdir -p /etc/chromium',
    `mount --bind ${join(installed, 'etc/chromium')} /etc/chromium`,
    'mount -t tmpfs tmpfs /run && mkdir /run/werkbank-kiosk',
  ];
  const environment = {
    PATH: process.env.PATH, LANG: 'C.UTF-8', DISPLAY: display, HOME: join(folder, 'home'), XDG_RUNTIME_DIR: join(folder, 'user'),
    KIOSK_URL: url, KIOSK_SHARE: join(shared, 'share/werkbank-kiosk'), KIOSK_STATE: join(folder, 'state'),
    // A machine of tests has neither the rights for Chromium's own sandbox nor a graphics chip.
    KIOSK_FLAGS: '--no-sandbox --disable-gpu',
  };
  const command = (script) => ['unshare', process.getuid?.() === 0 ? '-m' : '-rm', 'sh', '-c', [...namespace, script].join(' && ')];
  const [program, ...args] = command(`exec ${join(shared, 'lib/werkbank-kiosk/session')}`);
  const session = spawn(program, args, { env: environment, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [session.stdout, session.stderr]) stream.on('data', (text) => { log += text; });
  const ended = new Promise((done) => { session.once('exit', done); });

  const xdotool = (...words) => {
    try {
      return execFileSync('xdotool', words, { env: { ...process.env, DISPLAY: display }, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    } catch {
      return '';
    }
  };
  const visible = () => xdotool('search', '--onlyvisible', '--class', 'chromium').split('\n').filter(Boolean);
  const processes = (kind) => {
    const all = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
    return all
      .filter((line) => line.includes('chromium') && line.includes(kind ? `--type=${kind}` : `--user-data-dir=${join(folder, 'state')}`) && (kind || !line.includes('--type=')))
      .map((line) => Number(line.trim().split(' ')[0]))
      .filter((pid) => belongs(pid, session.pid));
  };
  return {
    laid,
    installed,
    log: () => log,
    xdotool,
    processes,
    /** Titles and shapes of the windows that can be seen. */
    windows: () => visible().map((id) => ({
      title: xdotool('getwindowname', id),
      shape: xdotool('getwindowgeometry', '--shell', id).match(/X=(-?\d+)\nY=(-?\d+)\nWIDTH=(\d+)\nHEIGHT=(\d+)/)?.slice(1).map(Number),
    })),
    /** The title of what another Chromium under the same policy shows of an address. */
    titleOf: async (address) => {
      const before = visible();
      const [shell, ...words] = command(`exec chromium --no-sandbox --disable-gpu --no-first-run --user-data-dir=${join(folder, 'other')} '${address}'`);
      const other = spawn(shell, words, { env: environment, detached: true, stdio: 'ignore' });
      const gone = new Promise((done) => { other.once('exit', done); });
      try {
        let last;
        return await until(`the title of ${address}`, async () => {
          const title = visible().filter((id) => !before.includes(id)).map((id) => xdotool('getwindowname', id)).find(Boolean);
          // Before the page has one, its address or nothing is the title.
          await new Promise((done) => { setTimeout(done, 1500); });
          const settled = title && title === last;
          last = title;
          return settled && title;
        });
      } finally {
        process.kill(-other.pid, 'SIGKILL');
        await gone;
      }
    },
    stop: async () => {
      // Its own group, with the browser's group ended by the start script.
      try { process.kill(-session.pid, 'SIGTERM'); } catch { /* it has ended */ }
      await ended;
      for (const pid of processes()) process.kill(pid, 'SIGKILL');
      xvfb.kill();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Whether a process is in the session of another. */
function belongs(pid, leader) {
  for (let at = pid; at > 1;) {
    if (at === leader) return true;
    try {
      at = Number(readFileSync(`/proc/${at}/stat`, 'utf8').match(/\) \S (\d+)/)[1]);
    } catch {
      return false;
    }
  }
  return false;
}
