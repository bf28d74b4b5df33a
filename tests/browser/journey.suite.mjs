// The whole way, as three people go it: a visitor reads a story at the kiosk and takes it home, a firm
// asks, the adviser's desk proposes, both sides choose, the meeting is booked, moved and called off.
// With a real mail server (in the long run Postfix before it, over TLS), and its calendar mails read by
// three independent parsers. From the request on once with JavaScript and once without.

import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import {
  arrived, assert, axe, long, none, picture, program, same, withPage,
} from './lib.mjs';
import { mailServer, postfix, readInvitations } from './mail.mjs';
import * as people from './people.mjs';

const KIOSK = { width: 1920, height: 1080 };
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };
const STORY = 'baustoffhaendler-chat';
const PROVIDER = { name: 'Demir Digital', person: 'Aylin Demir', email: 'kontakt@demir-digital.example' };
const ADVISER = {
  name: 'Jens Albrecht', email: 'jens.albrecht@werkbank.example', desk: 'hoerde', profile: 'jens-albrecht',
};
const PASSWORD = 'vier Pferde ziehen den Karren';

export default async function suite({ chrome, check }) {
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript';
    const mail = await (long && javaScriptEnabled ? postfix() : mailServer());
    const server = await program({ args: ['--smtp', mail.url], env: mail.env });
    try {
      await walk({ chrome, server, mail, javaScriptEnabled, check: oneAfterTheOther(check, how) });
    } finally {
      await server.stop();
      await mail.stop();
    }
  }
}

/** Each step needs the one before: after a failure the rest of the way is not tried. */
function oneAfterTheOther(check, how) {
  let failed = false;
  return (name, act) =>
    failed ||
    check(`${name}, ${how}`, async () => {
      failed = true;
      const note = await act();
      failed = false;
      return note;
    });
}

async function walk({ chrome, server, mail, javaScriptEnabled, check }) {
  const { base } = server;
  const firm = people.firm('hoffmeister');
  const kept = {};
  const shown = (page, name) => picture(page, `${name}-${javaScriptEnabled ? 'js' : 'plain'}`);
  /** A person's page: no barrier (axe itself needs scripts), nothing sideways, a silent console. */
  const as = (viewport, act, storageState) =>
    withPage(chrome, { viewport, javaScriptEnabled, storageState, reducedMotion: 'reduce' }, async (page) => {
      const read = async (name) => {
        await shown(page, name);
        if (javaScriptEnabled) none(await axe(page), page.url());
        const wide = await page.locator('html').evaluate((html) => html.scrollWidth);
        assert(wide <= viewport.width, `${page.url()} is ${wide} px wide`);
      };
      await act(page, read);
      none(page.noise.filter((line) => !line.includes('422')), 'console');
    });
  const desk = (act) => as(DESK, act, kept.session);
  const waiting = { firm: 0, provider: 0, adviser: 0 };
  const mailTo = (who, path) => {
    waiting[who] += 1;
    const address = { firm: firm.email, provider: PROVIDER.email, adviser: ADVISER.email }[who];
    return path
      ? people.linkTo(path, mail.folder, address, waiting[who])
      : arrived(mail.folder, address, waiting[who]).then((all) => all.at(-1));
  };

  await check('an adviser accepts the invitation and signs in with a second factor', () =>
    as(DESK, async (page, read) => {
      const link = people.invite(server, ADVISER);
      await page.goto(link);
      await read('invitation');
      const secret = await people.accept(page, link, PASSWORD);
      await read('inbox-empty');
      await page.getByRole('button', { name: 'Abmelden' }).click();
      await page.goto(`${base}/mitarbeit/anfragen`);
      const account = { email: ADVISER.email, password: PASSWORD };
      await people.signIn(page, { ...account, code: '000000' });
      await page.getByRole('alert').waitFor();
      await read('sign-in-wrong');
      await people.signIn(page, { ...account, code: people.totp(secret) });
      await page.waitForURL(`${base}/mitarbeit/anfragen`);
      kept.session = await page.context().storageState();
    }),
  );

  await check('a visitor reads a story at the kiosk and takes it home', () =>
    withPage(chrome, { viewport: KIOSK, deviceScaleFactor: 1 }, async (page) => {
      await page.goto(`${base}/kiosk/geschichten/${STORY}`);
      await page.getByRole('link', { name: /mitnehmen/i }).first().click();
      await page.waitForURL(/\/kiosk\/mitnehmen\/....-....$/);
      await page.evaluate(() => document.fonts.ready);
      const image = PNG.sync.read(await page.locator('.kiosk-code').screenshot());
      const code = jsQR(new Uint8ClampedArray(image.data), image.width, image.height);
      kept.home = code?.data;
      same(kept.home, `${base}/m/${page.url().split('/').pop().replace('-', '')}`, 'what the code on the screen says');
      none(page.noise, 'console');
    }),
  );

  await check('the code leads home to the story, and from there to a request', () =>
    as(PHONE, async (page, read) => {
      await page.goto(kept.home);
      same(new URL(page.url()).pathname, `/geschichten/${STORY}`, 'where the code leads');
      kept.reference = await people.ask(page, firm);
      await read('thanks');
    }),
  );

  await check('the desk has it with the reason, and nothing went to a provider', () =>
    desk(async (page, read) => {
      await page.goto(`${base}/mitarbeit/anfragen`);
      const row = page.getByRole('row', { name: /Hoffmeister/ });
      await row.getByText('weil Bezirk Hörde').waitFor();
      await read('inbox');
      await people.open(page, base, firm.name);
      await page.getByText('Erst bestätigen, dann vorschlagen').waitFor();
      await read('request-unconfirmed');
    }),
  );

  await check('the firm confirms', () =>
    as(PHONE, async (page, read) => {
      const { link } = await mailTo('firm', '/status');
      kept.status = link;
      await people.confirm(page, link);
      await read('status-confirmed');
      const told = await mailTo('adviser');
      assert(told.includes(kept.reference), 'the adviser is told');
      assert(!told.includes('Hoffmeister') && !told.includes('Zettel'), 'without a name');
    }),
  );

  await check('the adviser suggests a provider, the firm releases its name to them alone', async () => {
    await desk(async (page, read) => {
      await people.open(page, base, firm.name);
      await people.suggest(page, PROVIDER.name);
      await read('request-suggested');
    });
    await mailTo('firm');
    await as(PHONE, async (page, read) => {
      await page.goto(kept.status);
      await page.getByRole('form', { name: PROVIDER.name }).getByRole('button', { name: /^Freigeben.*Ihr Name/ }).click();
      await page.getByText(/freigegeben am/).waitFor();
      await read('status-released');
    });
  });

  await check('the adviser proposes three times', () =>
    desk(async (page, read) => {
      await people.open(page, base, firm.name);
      await page.getByRole('link', { name: 'Termine vorschlagen' }).click();
      await page.getByRole('heading', { name: 'Termine vorschlagen' }).waitFor();
      assert((await page.locator('label.slot-time').count()) > 0, 'the first week shown has no free time');
      await read('propose');
      await people.open(page, base, firm.name);
      kept.starts = await people.propose(page, PROVIDER.name, 3);
      await read('request-proposed');
      await page.goto(`${base}/mitarbeit/kalender?tag=${weekOf(kept.starts[0])}`);
      same(await page.locator('.week .hold').count(), 3, 'times held in the room\'s week');
      await read('calendar-held');
    }),
  );

  await check('the provider ticks, sees no more than what is released, and makes a mistake first', () =>
    as(PHONE, async (page, read) => {
      const { link } = await mailTo('provider', '/termin');
      await mailTo('firm');
      kept.slots = link;
      await page.goto(link);
      await page.getByText('Martina Hoffmeister').first().waitFor();
      const text = await page.locator('body').innerText();
      for (const secret of [firm.email, 'Zettel']) assert(!text.includes(secret), `the provider reads ${secret}`);
      await read('slots');
      await people.tick(page, []);
      await page.getByRole('alert').waitFor();
      await read('slots-mistake');
      await people.tick(page, [1, 2]);
      await page.getByText('Danke, Ihre Auswahl ist gespeichert').waitFor();
      await read('slots-answered');
    }),
  );

  await check('the firm ticks; the earliest time that suits both is booked', () =>
    as(PHONE, async (page, read) => {
      await page.goto(kept.status);
      if (javaScriptEnabled) {
        await page.locator('input[name=slot]').nth(2).check();
        await page.getByText(/Passt allen. Gebucht wird: .*, 12:00 bis 12:45 Uhr/).waitFor();
      }
      await read('status-times');
      await people.tick(page, [0, 2, 1]);
      await page.getByText('Ihr Termin steht').first().waitFor();
      await read('status-booked');
    }),
  );

  await check('everybody has it in the calendar', async () => {
    for (const who of ['firm', 'provider', 'adviser']) {
      const invitation = await mailTo(who);
      assert(invitation.includes('METHOD:REQUEST'), `an invitation for the ${who}`);
    }
    await desk(async (page, read) => {
      await page.goto(`${base}/mitarbeit/kalender?tag=${weekOf(kept.starts[0])}`);
      same(await page.locator('.week .meeting').count(), 1, 'meetings of the week');
      same(await page.locator('.week .hold').count(), 0, 'times still held');
      await read('calendar-booked');
    });
    await as(PHONE, async (page, read) => {
      await page.goto(kept.slots);
      await read('slots-booked');
    });
  });

  await check('the adviser moves it', async () => {
    await desk(async (page, read) => {
      await people.open(page, base, firm.name);
      await page.getByText('Verlegen', { exact: true }).first().click();
      await page.getByLabel('Neue Zeit').selectOption({ index: 5 });
      await page.getByRole('button', { name: 'Verlegen' }).click();
      await page.getByText("Termin verlegt").first().waitFor();
      await read('request-moved');
    });
    for (const who of ['firm', 'provider', 'adviser']) {
      const invitation = await mailTo(who);
      assert(invitation.includes('METHOD:REQUEST'), `a new time for the ${who}`);
    }
  });

  await check('the firm calls it off', async () => {
    await as(PHONE, async (page, read) => {
      await page.goto(kept.status);
      await page.getByText('Termin absagen').first().click();
      await read('status-call-off');
      await page.getByRole('button', { name: 'Jetzt absagen' }).click();
      await page.getByText('Abgesagt. Wir haben allen Bescheid gesagt').waitFor();
      await read('status-called-off');
    });
    for (const who of ['firm', 'provider', 'adviser']) {
      const cancellation = await mailTo(who);
      assert(cancellation.includes('METHOD:CANCEL'), `a cancellation for the ${who}, not ${cancellation}`);
    }
    await desk(async (page, read) => {
      await page.goto(`${base}/mitarbeit/kalender?tag=${weekOf(kept.starts[0])}`);
      same(await page.locator('.week .meeting').count(), 0, 'meetings of the week');
      await people.open(page, base, firm.name);
      await read('request-called-off');
    });
  });

  await check('three calendar parsers read all of it alike, and nobody sees another', () => {
    const read = readInvitations(mail.folder);
    same(read.length, 9, 'calendar mails');
    for (const who of [firm.email, PROVIDER.email, ADVISER.email]) {
      const own = read.filter((one) => one.to === who);
      same(own.map((one) => one.method), ['REQUEST', 'REQUEST', 'CANCEL'], `methods for ${who}`);
      same(new Set(own.map((one) => one.uid)).size, 1, `UIDs for ${who}`);
      assert(own[0].sequence < own[1].sequence && own[1].sequence < own[2].sequence, `SEQUENCE for ${who}`);
      assert(own[0].start !== own[1].start, `another start for ${who}`);
    }
    same(new Set(read.map((one) => one.uid)).size, 3, 'UIDs');
    return `${read.length} calendar mails, 3 recipients`;
  });

  if (mail.log) await check('Postfix took every mail, encrypted, and passed it on as it was', () => {
    const lines = mail.log().split('\n');
    const count = (words) => lines.filter((line) => line.includes(words)).length;
    none(lines.filter((line) => /warning|error|fatal|reject|bounced|deferred/.test(line)), 'what Postfix says');
    const taken = count(' message-id=<');
    assert(taken > 9, `only ${taken} mails`);
    same(count('status=sent'), taken, 'mails passed on');
    assert(count('Anonymous TLS connection established') > 0, 'nothing was encrypted');
    return `${taken} mails`;
  });
}

/** The day of a start, as the address of its week. */
const weekOf = (start) => new Date(Number(start)).toISOString().slice(0, 10);
