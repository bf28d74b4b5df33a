// A handbook is carried out as it stands there: one step for each chapter. Whatever a chapter quotes
// has to be on a screen while its step is carried out, and its pictures are the ones the step takes.
// With WERKBANK_PICTURES=docs/pictures a book gets its pictures anew.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert, axe, none, root, same } from './lib.mjs';

/** The chapters of a book: title, what they quote, and which pictures they show. */
function chapters(book) {
  const [, ...parts] = readFileSync(join(root, book), 'utf8').split(/^## /m);
  return parts.map((text) => ({
    title: text.split('\n')[0],
    quotes: [...text.matchAll(/„([^“]+)“/g)].map((match) => match[1]),
    pictures: [...text.matchAll(/\]\(pictures\/([\w-]+)\.png\)/g)].map((match) => match[1]),
  }));
}

/**
 * Carries out every step with `reader`, whose `page` is the screen. It gets `see`, which reads what is
 * on a screen, `hear` for what a program prints, and `picture`.
 */
export async function carryOut(book, steps, reader, check) {
  let said = '';
  let shown = [];
  reader.hear = (text) => { said += `\n${text}`; };
  /** Reads what is on the screen, as somebody with the book in hand would. */
  reader.see = async (page = reader.page) => {
    none(await axe(page), page.url());
    reader.hear(await page.evaluate(() => {
      const labels = [...document.querySelectorAll('[aria-label], option')];
      return [document.body.innerText, ...labels.map((one) => one.getAttribute('aria-label') ?? one.textContent)].join('\n');
    }));
  };
  reader.picture = async (name, page = reader.page) => {
    shown.push(name);
    const folder = process.env.WERKBANK_PICTURES;
    await page.evaluate(() => document.fonts.ready);
    if (folder) await page.screenshot({ path: join(root, folder, `${name}.png`) });
    assert(existsSync(join(root, 'docs/pictures', `${name}.png`)), `no picture ${name}`);
  };
  const text = chapters(book);
  same(text.length, steps.length, `chapters of ${book}`);
  let failed = false;
  for (const [index, step] of steps.entries()) {
    if (failed) break;
    const { title, quotes, pictures } = text[index];
    failed = true;
    await check(`${book}, ${title}`, async () => {
      said = '';
      shown = [];
      await step(reader);
      none(quotes.filter((quote) => !said.includes(quote)), 'quoted and not on the screen');
      same(shown, pictures, 'pictures');
      failed = false;
      return `${quotes.length} quotes seen`;
    });
  }
}
