// Zeichnet die Bilder der Geschichten als SVG.
// Aufruf: node docs/drawing/illu-build.mjs AUSGABEORDNER [szene …]   (ohne Szenen: alle)
import { writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { scenes } from './illu-scenes.mjs';
const [out, ...only] = process.argv.slice(2);
if (!out) { console.error('Es fehlt der Ausgabeordner: node docs/drawing/illu-build.mjs AUSGABEORDNER [szene …]'); process.exit(2); }
mkdirSync(out, { recursive: true });
const unknown = only.filter(k => !scenes[k]);
if (unknown.length) { console.error(`Unbekannte Szene: ${unknown.join(', ')}. Es gibt: ${Object.keys(scenes).join(', ')}`); process.exit(2); }
for (const [k, f] of Object.entries(scenes)) if (!only.length || only.includes(k)) {
  // das Kennenlernen steht frei, ohne Bank: engerer Ausschnitt
  writeFileSync(join(out, `${k}.svg`), k === 'treffen' ? f().replace('viewBox="0 0 1600 1000"', 'viewBox="150 310 1300 554"') : f());
  // frei stehende Fassung für die Startseite (steht auf der Bankkante der Seite)
  if (k === 'baustoff') writeFileSync(join(out, 'baustoff-frei.svg'), f(true).replace('viewBox="0 0 1600 1000"', 'viewBox="40 60 1480 802"'));
}
