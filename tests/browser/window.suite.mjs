// The screen in the room as a municipality installs it (kiosk/): a real window under X, with real keys
// and without anything that drives the browser from inside.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { assert, none, root, same } from './lib.mjs';
import { freePort, goBetween, screen, until } from './display.mjs';

const [WIDTH, HEIGHT] = [1080, 1920];

/** Keys that lead out of a browser, or into something else than the page. */
const KEYS = [
  'alt+F4', 'ctrl+w', 'ctrl+shift+w', 'ctrl+F4', 'ctrl+q', 'ctrl+shift+q', 'ctrl+t', 'ctrl+shift+t', 'ctrl+n', 'ctrl+shift+n', 'F11',
  'ctrl+shift+i', 'ctrl+shift+j', 'ctrl+shift+c', 'F12', 'ctrl+u', 'ctrl+l', 'alt+d', 'F6', 'ctrl+k', 'ctrl+e',
  'alt+Left', 'alt+Right', 'alt+Home', 'F5', 'ctrl+r', 'ctrl+shift+r', 'ctrl+h', 'ctrl+j', 'ctrl+o', 'ctrl+s', 'ctrl+p', 'ctrl+f', 'F3', 'F1',
  'ctrl+d', 'ctrl+shift+o', 'ctrl+shift+b', 'ctrl+shift+Delete', 'ctrl+shift+m', 'shift+Escape', 'alt+e', 'alt+f', 'F10', 'F7',
  'ctrl+plus', 'ctrl+minus', 'ctrl+1', 'ctrl+Tab', 'alt+Tab', 'alt+space', 'super', 'Menu', 'Print', 'ctrl+alt+Delete', 'ctrl+alt+t', 'ctrl+Escape',
];

export default async function suite({ base, check }) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/kiosk`;
  const room = await screen({ width: WIDTH, height: HEIGHT, url });
  let between;
  const beat = async (what, fits, seconds) => {
    const from = Date.now();
    return until(what, () => between.at > from && fits(between.seen) && between.seen, seconds);
  };
  try {
    await check('the installer lays everything, and the second time nothing', () => {
      const [first, second] = room.laid.map((said) => said.trim().split('\n'));
      assert(first.length > 12, `only ${first.length} files`);
      same(second.length, 1, 'lines of the second run');
      const policy = execFileSync('cat', [join(room.installed, 'etc/chromium/policies/managed/werkbank-kiosk.json')], { encoding: 'utf8' });
      assert(JSON.parse(policy).URLAllowlist.includes(new URL(url).origin), 'the policy does not know the address');
      return `${first.length - 1} files`;
    });

    await check('night is from one time to the other, over midnight too', () => {
      const night = (from, until, now) => {
        const env = { ...process.env, KIOSK_NIGHT_FROM: from, KIOSK_NIGHT_UNTIL: until };
        try { execFileSync(join(root, 'kiosk/screen'), ['--is-night', now], { env }); } catch { return false; }
        return true;
      };
      for (const [from, until, now, wanted] of [
        ['20:00', '07:00', '19:59', false], ['20:00', '07:00', '20:00', true], ['20:00', '07:00', '00:00', true],
        ['20:00', '07:00', '06:59', true], ['20:00', '07:00', '07:00', false],
        ['01:00', '05:00', '00:59', false], ['01:00', '05:00', '01:00', true], ['01:00', '05:00', '05:00', false],
        ['00:00', '00:00', '00:00', false], ['00:00', '00:00', '12:00', false],
      ]) same(night(from, until, now), wanted, `${now} from ${from} until ${until}`);
    });

    await check('without a server the computer’s own page waits, and gives way by itself', async () => {
      await until('a window that fills the screen', () => room.windows().some(({ shape }) => `${shape}` === `0,0,${WIDTH},${HEIGHT}`), 60);
      await until('its title', () => room.windows().some(({ title }) => title.includes('Digitale Werkbank')));
      between = await goBetween(base, port);
      const began = Date.now();
      // A new computer begins with the code for pairing.
      await until('the kiosk', () => between.seen?.path === '/kiosk/koppeln', 30);
      return `${((Date.now() - began) / 1000).toFixed(1)} s after the server`;
    });

    await check('a browser that is killed is back, and so is a page that has crashed', async () => {
      const took = [];
      for (const kind of [undefined, 'renderer']) {
        const { page } = await beat('a beat', () => true);
        const killed = room.processes(kind);
        assert(killed.length, `no process to kill: ${kind}`);
        const began = Date.now();
        for (const pid of killed) {
          try { process.kill(pid, 'SIGKILL'); } catch { /* it went with another */ }
        }
        await until('the kiosk again', () => between.seen.page !== page && between.seen.path === '/kiosk', 60);
        took.push((Date.now() - began) / 1000);
      }
      assert(took[0] < 10, `the browser took ${took[0]} s`);
      return took.map((seconds) => `${seconds.toFixed(1)} s`).join(', ');
    });

    await check('the page fills the screen, pixel by pixel', async () => {
      const seen = await beat('a beat', () => true);
      same([seen.inside, seen.screen, seen.zoom, seen.history], [[WIDTH, HEIGHT], [WIDTH, HEIGHT], 1, 1], 'page, screen, scale, history');
    });

    await check('no key leads out', async () => {
      const { page } = between.seen;
      const wrong = [];
      for (const key of KEYS) {
        room.xdotool('key', '--clearmodifiers', key);
        const seen = await beat(`a beat after ${key}`, () => true, 10).catch(() => undefined);
        const windows = room.windows().filter(({ shape }) => shape?.[2] > 1);
        if (!seen || seen.page !== page || windows.length !== 1 || `${windows[0].shape}` !== `0,0,${WIDTH},${HEIGHT}` || `${seen.inside}` !== `${WIDTH},${HEIGHT}` || seen.zoom !== 1)
          wrong.push(`${key}: ${JSON.stringify({ ...seen, voices: undefined })} ${JSON.stringify(windows)}`);
        if (wrong.length > 5) break;
      }
      none(wrong, 'keys that do something');
      return `${KEYS.length} keys`;
    });

    await check('the keys a page needs arrive', async () => {
      for (const key of ['a', 'Tab', 'Left', 'Escape']) room.xdotool('key', key);
      const wanted = ['a', 'Tab', 'ArrowLeft', 'Escape'];
      const { keys } = await beat('what was typed', (seen) => seen.keys.includes('Escape'));
      none(wanted.filter((key) => !keys.includes(key)), 'keys that did not arrive');
    });

    await check('a mouse opens no menu and no other window', async () => {
      const { page } = between.seen;
      room.xdotool('mousemove', '5', '900');
      for (const button of ['2', '3']) room.xdotool('click', button);
      room.xdotool('key', 'shift+F10');
      const seen = await beat('a beat', () => true);
      same(room.windows().filter(({ shape }) => shape?.[2] > 1).length, 1, 'windows');
      // A menu would swallow what is typed.
      room.xdotool('key', 'b');
      await beat('a letter', ({ keys }) => keys.includes('b'));
      same(seen.page, page, 'page');
    });

    await check('speech synthesis has a German voice', async () => {
      const { voices } = await beat('a voice', (seen) => seen.voices.some((voice) => /^de\b/.test(voice)), 30);
      return voices.find((voice) => /^de\b/.test(voice));
    });

    await check('the policy lets nothing else be opened', async () => {
      const local = `file://${join(root, 'kiosk/waiting/index.html')}`;
      assert(/^Digitale Werkbank/.test(await room.titleOf(url)), 'the kiosk itself does not open');
      const elsewhere = [`${base}/kiosk`, local, 'chrome://version'];
      for (const address of elsewhere) {
        const title = await room.titleOf(address);
        assert(!/Digitale Werkbank|Version/.test(title), `${address} opens: ${title}`);
      }
      return `${elsewhere.length} addresses`;
    });
  } catch (error) {
    throw new Error(`${error.stack}\n${room.log().slice(-3000)}`, { cause: error });
  } finally {
    await between?.close();
    await room.stop();
  }
}
