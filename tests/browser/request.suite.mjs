// From a story to a confirmed request: three steps, a mistake put right, one mail, one button. With
// JavaScript and without, the same clicks.

import { arrived, assert, axe, mails, picture, same, withPage } from './lib.mjs';

const PHONE = { width: 390, height: 844 };
const STORY = '/geschichten/baustoffhaendler-chat';

export default async function suite({ chrome, base, outgoing, check }) {
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript';
    const run = `${javaScriptEnabled ? 'js' : 'plain'}-${process.pid}-${Math.trunc(performance.now())}`;
    const address = `${run}@sanitaer.example`;
    let link;

    await check(`a request reaches its thanks, ${how}`, () =>
      withPage(chrome, { viewport: PHONE, javaScriptEnabled }, async (page) => {
        const read = async () => {
          if (javaScriptEnabled) same(await axe(page), [], page.url());
          const wide = await page.locator('html').evaluate((html) => html.scrollWidth);
          assert(wide <= PHONE.width, `${page.url()} is ${wide} wide`);
        };
        await page.goto(base + STORY);
        await page.getByRole('link', { name: 'Kennenlernen vereinbaren' }).first().click();
        await page.getByRole('heading', { name: 'Was haben Sie vor?' }).waitFor();
        assert(await page.getByLabel('Kunden enger binden').isChecked(), 'the goal of the story');
        await read();
        await page.getByLabel('Worum geht es bei Ihnen?').fill('Alles läuft über <b>Zettel</b> & Telefon.');
        await page.getByText('Haben Sie schon jemanden im Blick?').click();
        await page.getByLabel('Anbieter', { exact: true }).selectOption({ label: 'Demir Digital (Aylin Demir)' });
        await page.getByRole('button', { name: 'Weiter: Ihr Betrieb' }).click();

        await page.getByLabel('Name des Betriebs').fill('Sanitär "Hoffmeister" & Söhne');
        await page.getByLabel('Branche').selectOption({ label: 'Handwerk' });
        await page.getByLabel('Stadtbezirk').selectOption({ label: 'Hörde' });
        await page.getByLabel('10 bis 49').check();
        await page.getByLabel('Ihr Name').fill('Martina Hoffmeister');
        await page.getByLabel('E-Mail-Adresse').fill(`${run}@sanitaer`);
        const [answer] = await Promise.all([
          page.waitForResponse((response) => response.request().method() === 'POST'),
          page.getByLabel('E-Mail-Adresse').press('Enter'),
        ]);
        same(answer.status(), 422, 'status of the step with a mistake');
        const summary = page.getByRole('alert');
        await summary.waitFor();
        const focused = await page.locator('#error-summary').evaluate((box) => box === document.activeElement);
        assert(focused, 'the summary has the focus');
        await read();
        await summary.getByRole('link', { name: 'das Ende fehlt' }).click();
        same(await page.locator(':focus').getAttribute('name'), 'email', 'where the link leads');
        same(await page.getByLabel('Name des Betriebs').inputValue(), 'Sanitär "Hoffmeister" & Söhne', 'what was typed');
        await page.getByLabel('E-Mail-Adresse').fill(address);
        await page.locator('main').getByRole('button', { name: 'Weiter: Prüfen und senden' }).click();

        await page.getByRole('heading', { name: 'Stimmt das so?' }).waitFor();
        await page.getByText('Alles läuft über <b>Zettel</b> & Telefon.').waitFor();
        await read();
        await page.getByRole('button', { name: 'Vorhaben ändern' }).click();
        const words = await page.getByLabel('Worum geht es bei Ihnen?').inputValue();
        same(words, 'Alles läuft über <b>Zettel</b> & Telefon.', 'what was typed in step 1');
        await page.getByRole('button', { name: 'Weiter: Ihr Betrieb' }).click();
        await page.locator('main').getByRole('button', { name: 'Weiter: Prüfen und senden' }).click();
        await page.getByRole('button', { name: 'Anfrage senden' }).dblclick({ noWaitAfter: true });
        await page.waitForURL(/\/anfrage\/danke\/[0-9A-Z]{4}-[0-9A-Z]{4}$/);
        await page.getByRole('heading', { name: 'Ihre Anfrage ist auf der Bank' }).waitFor();
        await read();
        assert(!(await page.content()).includes('Hoffmeister'), 'the thanks name nobody');

        // Back to the last step and sent once more: the same request.
        const thanks = page.url();
        await page.goBack();
        await page.getByRole('heading', { name: 'Stimmt das so?' }).waitFor();
        await page.getByRole('button', { name: 'Anfrage senden' }).click();
        await page.waitForURL(/\/anfrage\/danke\//);
        same(page.url(), thanks, 'thanks for the second click');
        const noise = page.noise.filter((line) => !line.includes('422'));
        same(noise, [], 'console');
      }),
    );

    await check(`one mail, and a scanner that opens its link confirms nothing, ${how}`, async () => {
      const [mail] = await arrived(outgoing, address, 1);
      link = mail.match(/https?:\/\/\S+\/status\/[\w-]+/)?.[0];
      assert(link?.startsWith(base), `no link in ${mail}`);
      assert(!mail.includes('Zettel'), 'words of the sender before confirmation');
      for (const method of ['HEAD', 'GET', 'GET']) {
        const answer = await fetch(link, { method });
        same(answer.status, 200, method);
        same(answer.headers.get('cache-control'), 'no-store', 'cache-control');
        same(answer.headers.get('referrer-policy'), 'no-referrer', 'referrer-policy');
      }
      const page = await (await fetch(link)).text();
      assert(page.includes('Bitte bestätigen Sie Ihre Anfrage'), 'still unconfirmed');
    });

    await check(`one button confirms, another releases, ${how}`, () =>
      withPage(chrome, { viewport: PHONE, javaScriptEnabled }, async (page) => {
        await page.goto(link);
        if (javaScriptEnabled) same(await axe(page), [], 'before confirmation');
        await page.getByRole('button', { name: 'Ja, das ist meine Anfrage' }).click();
        await page.getByRole('status').getByText('Ihre Anfrage ist bestätigt').waitFor();
        await page.getByRole('heading', { name: 'Wir sind dran' }).waitFor();
        if (javaScriptEnabled) same(await axe(page), [], 'after confirmation');
        const firm = page.getByRole('form', { name: 'Demir Digital' });
        same(await firm.getByRole('button', { name: /^Freigeben/ }).count(), 3, 'what can be released');
        await firm.getByRole('button', { name: /^Freigeben.*Ihr Name/ }).click();
        await firm.getByText(/freigegeben am/).waitFor();
        await firm.getByRole('button', { name: /^Zurücknehmen/ }).click();
        await page.getByText('Von Ihnen zurückgenommen').waitFor();
        same(await firm.getByRole('button', { name: /^Zurücknehmen/ }).count(), 0, 'what is released');
        same(page.noise, [], 'console');
      }),
    );

    await check(`a firm corrects its number and moves to another address, ${how}`, async () => {
      const other = `neu-${address}`;
      await withPage(chrome, { viewport: PHONE, javaScriptEnabled }, async (page) => {
        await page.goto(link);
        await page.getByRole('link', { name: 'Angaben ändern' }).click();
        await page.getByRole('heading', { name: 'Angaben ändern' }).waitFor();
        if (javaScriptEnabled) same(await axe(page), [], 'the form');
        const wide = await page.locator('html').evaluate((html) => html.scrollWidth);
        assert(wide <= PHONE.width, `the form is ${wide} wide`);
        await picture(page, 'amend');
        await page.getByLabel('Telefon', { exact: true }).fill('nach Feierabend');
        await page.getByLabel('Ihr Name').fill('Martina H.');
        await page.getByRole('button', { name: 'Speichern' }).click();
        await page.getByRole('alert').getByRole('link', { name: 'Telefon' }).click();
        same(await page.locator(':focus').getAttribute('name'), 'phone', 'where the link leads');
        same(await page.getByLabel('Ihr Name').inputValue(), 'Martina H.', 'what was typed');
        await page.getByLabel('Telefon', { exact: true }).fill('0231 987654');
        await page.getByRole('button', { name: 'Speichern' }).click();
        await page.getByRole('status').getByText('Ihre Angaben sind geändert').waitFor();
        await page.getByText('0231 987654').first().waitFor();

        await page.getByRole('link', { name: 'Angaben ändern' }).click();
        await page.getByLabel('E-Mail-Adresse').fill(other);
        await page.getByRole('button', { name: 'Speichern' }).click();
        await page.getByRole('status').getByText('An die neue E-Mail-Adresse ging eine Mail').waitFor();
        await picture(page, 'amended');
        const noise = page.noise.filter((line) => !line.includes('422'));
        same(noise, [], 'console');
      });
      const [asked] = await arrived(outgoing, other, 1);
      const confirmation = asked.match(/https?:\/\/\S+\/adresse\/[\w-]+/)?.[0];
      assert(confirmation?.startsWith(base), `no link in ${asked}`);
      for (const method of ['HEAD', 'GET']) same((await fetch(confirmation, { method })).status, 200, method);
      same((await fetch(link)).status, 200, 'the old link, as long as nobody has confirmed');
      await withPage(chrome, { viewport: PHONE, javaScriptEnabled }, async (page) => {
        await page.goto(confirmation);
        if (javaScriptEnabled) same(await axe(page), [], 'the page for the new address');
        await picture(page, 'address');
        await page.getByRole('button', { name: 'Ja, das ist meine Adresse' }).click();
        await page.getByRole('status').getByText('Ihre neue E-Mail-Adresse gilt').waitFor();
        same(page.noise, [], 'console');
      });
      same((await fetch(link)).status, 404, 'the link in the old mailbox');
      const mail = (await arrived(outgoing, other, 2)).find((mail) => mail.includes('/status/'));
      link = mail.match(/https?:\/\/\S+\/status\/[\w-]+/)[0];
    });

    await check(`a third button withdraws, ${how}`, () =>
      withPage(chrome, { viewport: PHONE, javaScriptEnabled }, async (page) => {
        await page.goto(link);
        await page.getByText('Anfrage zurückziehen').first().click();
        await page.getByRole('button', { name: 'Anfrage zurückziehen' }).click();
        await page.getByRole('heading', { name: 'Sie haben diese Anfrage zurückgezogen' }).waitFor();
        same(page.noise, [], 'console');
      }),
    );

    await check(`the double click made one request, ${how}`, async () => {
      const all = await arrived(outgoing, address, 2);
      const later = await arrived(outgoing, `neu-${address}`, 3);
      const confirmations = all.filter((mail) => /^Subject: .*best/im.test(mail) || mail.includes('bestätigen'));
      same(confirmations.length, 1, 'mails that ask to confirm');
      same(mails(outgoing, address).length, 2, 'the request and the goodbye');
      same(later.length, 3, 'the question, the new link and the withdrawal');
    });
  }

  await check('every bad link is the same page', async () => {
    const bad = ['/status/x', `/status/${'A'.repeat(43)}`, `/termin/${'A'.repeat(43)}`];
    const answers = await Promise.all(bad.map((path) => fetch(base + path)));
    same(answers.map((answer) => answer.status), [404, 404, 404], 'status');
    const main = async (answer) => (await answer.text()).split('<main')[1];
    const [first, ...others] = await Promise.all(answers.map(main));
    for (const other of others) same(other, first, 'page of a bad link');
  });
}
