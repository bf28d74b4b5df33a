// A small exhibition, for suites that need the whole of it again and again: four stories and six
// providers of the repository's content, without what names others.

import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './lib.mjs';

const KEPT = {
  stories: ['baustoffhaendler-chat', 'drohne-aufmass', 'haupthahn', 'naehkurs'],
  providers: ['demir-digital', 'formblatt-digital', 'klarplan', 'kupferdraht', 'lernraum-west', 'tourenwerk'],
};

/** A folder with it; `remove()` deletes the folder, `withdraw(kind, id)` an entry and its mentions. */
export function smallExhibition() {
  const folder = mkdtempSync(join(tmpdir(), 'werkbank-small-'));
  cpSync(join(root, 'content'), folder, { recursive: true });
  for (const [kind, ids] of Object.entries(KEPT))
    for (const id of readdirSync(join(folder, kind)))
      if (!ids.includes(id)) rmSync(join(folder, kind, id), { recursive: true });
  for (const kind of Object.keys(KEPT)) mention(folder, kind);
  return {
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true }),
    withdraw: (kind, id) => {
      rmSync(join(folder, kind, id), { recursive: true });
      mention(folder, kind);
    },
    change: (path, from, to) => {
      const file = join(folder, path);
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll(from, to));
    },
  };
}

/** Leaves in every list of entries of this kind only those that are there. */
function mention(folder, kind) {
  const ids = readdirSync(join(folder, kind));
  for (const path of readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('index.md'))) {
    const file = join(folder, path);
    const before = readFileSync(file, 'utf8');
    const after = before.replace(new RegExp(`^${kind} = \\[(.*)\\]$`, 'm'), (_, list) => {
      const left = list.split(', ').filter((one) => ids.includes(one.replaceAll('"', '')));
      return `${kind} = [${left.join(', ')}]`;
    });
    if (after !== before) writeFileSync(file, after);
  }
}
