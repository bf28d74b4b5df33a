// Goal first: from the first screen to a story with this goal in three touches, for every goal, on
// the phone and at the kiosk, in every language, with JavaScript and without. A goal nobody has told a
// story for yet, which the content of this suite adds, leads on within as many.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert, atOnce, none, program, root, same, withPage } from './lib.mjs';
import { PHONE } from './tour.mjs';
import { touch } from './touches.mjs';

const MOST = 3;
const LANGS = { de: '', en: '/en', ls: '/ls' };
const NEW = { id: 'ohne-geschichte', de: 'Neues Ziel', en: 'New goal', ls: 'Neues Ziel' };
// The kiosk begins at rest, with one more touch to its goals; the languages' keys lead there too.
const SCREENS = [
  { name: 'phone', from: (folder) => [`${folder}/`], options: { viewport: PHONE, isMobile: true } },
  ...[{ width: 1920, height: 1080 }, { width: 1080, height: 1920 }].map((viewport) => ({
    name: `kiosk ${viewport.width}×${viewport.height}`,
    from: (folder) => ['/kiosk', `/kiosk${folder}/start`],
    options: { viewport },
  })),
];

export default async function suite({ chrome, check }) {
  const content = mkdtempSync(join(tmpdir(), 'werkbank-goals-'));
  cpSync(join(root, 'content'), content, { recursive: true });
  const site = join(content, 'sites/dortmund/index.md');
  const goal = Object.entries(NEW).map(([key, value]) => `${key} = "${value}"\n`).join('');
  writeFileSync(site, readFileSync(site, 'utf8').replace('[[goals]]', `[[goals]]\n${goal}\n[[goals]]`));
  const server = await program({ args: ['--content', content] });
  try {
    await everyGoal(chrome, server.base, check);
  } finally {
    await server.stop();
    rmSync(content, { recursive: true, force: true });
  }
}

async function everyGoal(chrome, base, check) {
  const read = async (path) => (await fetch(`${base}/api/v1/${path}`)).json();
  const { goals } = await read('site');
  const { items: stories } = await read('stories');
  for (const goal of goals) {
    goal.stories = stories.filter((story) => story.goals.includes(goal.id)).map((story) => story.id);
  }
  same(goals.filter((goal) => !goal.stories.length).map(({ id }) => id), [NEW.id], 'goals without a story');

  for (const { name, from, options } of SCREENS) {
    await check(`from the first screen to a story of every goal in ${MOST} touches, ${name}`, async () => {
      const counts = {};
      const faults = [];
      const kinds = Object.keys(LANGS).flatMap((lang) => [true, false].map((javaScriptEnabled) => ({ lang, javaScriptEnabled })));
      await atOnce(kinds, ({ lang, javaScriptEnabled }) =>
        withPage(chrome, { ...options, javaScriptEnabled, hasTouch: true, reducedMotion: 'reduce' }, async (page) => {
          const kind = `${lang}, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`;
          for (const goal of goals) {
            const n = await toStory(page, base, from(LANGS[lang]), goal, goal.label[lang]).catch((error) => {
              faults.push(`${kind}, ${goal.id}: ${error.message.split('\n')[0]}`);
              return 0;
            });
            if (n > MOST) faults.push(`${kind}, ${goal.id}: ${n} touches`);
            (counts[kind] ??= []).push(n);
          }
        }));
      none(faults, 'too far or nowhere');
      return Object.keys(counts).sort().map((kind) => `${kind}: ${counts[kind].join(' ')}`).join('; ');
    });
  }
}

/** How many touches it takes from the first screen to a story of a goal, or to a way on. */
async function toStory(page, base, [first, start], goal, label) {
  await page.goto(base + first);
  let touches = 0;
  if (start) {
    await touch(page, page.locator(`#content a[href="${start}"]`), 'the goals');
    touches += 1;
  }
  const drawer = page.locator(`#content a[href$="/geschichten?ziel=${goal.id}"]`);
  await touch(page, label ? drawer.filter({ hasText: label }) : drawer, `the goal ${goal.id}`);
  touches += 1;
  const wanted = goal.stories.length
    ? goal.stories.map((id) => `#content a[href$="/geschichten/${id}"]`)
    : ['/anfrage', '/anbieter', '/geschichten'].map((path) => `#content a[href*="${path}"]`);
  await touch(page, page.locator(wanted.join(', ')), `a story of ${goal.id}`);
  touches += 1;
  const { pathname } = new URL(page.url());
  assert(!goal.stories.length || goal.stories.some((id) => pathname.endsWith(`/geschichten/${id}`)), `it leads to ${pathname}`);
  assert(await page.locator('#content h1').first().isVisible(), `${pathname} has no heading`);
  return touches;
}
