// Kontrast aller Paare aus tokens.css, hell und dunkel (WCAG 2.2: Text 4,5:1, Bedienelement-Rand 3:1)
// Aufruf: node docs/drawing/kontrast.mjs PFAD/ZU/tokens.css [-v]
import { readFileSync } from 'node:fs';
const file = process.argv.slice(2).find(a => !a.startsWith('-'));
if (!file) { console.error('Es fehlt die Datei: node docs/drawing/kontrast.mjs PFAD/ZU/tokens.css [-v]'); process.exit(2); }
const css = readFileSync(file, 'utf8');
const block = css.slice(css.indexOf(':root {'), css.indexOf('/* ---- Schrift ---- */'));
const tok = {}; for (const m of block.matchAll(/--([\w-]+):\s*(?:light-dark\((#\w+),\s*(#\w+)\)|(#\w+))/g)) tok[m[1]] = [m[2] ?? m[4], m[3] ?? m[4]];
const lum = h => { const c = [1, 3, 5].map(i => parseInt(h.slice(i, i + 2), 16) / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * c[0] + .7152 * c[1] + .0722 * c[2]; };
const mix = (a, b, p) => '#' + [1, 3, 5].map(i => Math.round(parseInt(a.slice(i, i + 2), 16) * p + parseInt(b.slice(i, i + 2), 16) * (1 - p)).toString(16).padStart(2, '0')).join('');
const kr = (a, b) => { const [x, y] = [lum(a), lum(b)].sort((p, q) => q - p); return (x + .05) / (y + .05); };
const T = 4.5, R = 3;
const paare = [...['grund', 'blatt', 'blatt-2', 'stahl-hauch'].flatMap(g => [['tinte', g, T], ['tinte-2', g, T], ['stahl', g, T], ['stahl-tief', g, T]]), ['auf-bank', 'bank', T], ['auf-bank-2', 'bank', T], ['auf-brett', 'brett', T], ['auf-stahl', 'stahl', T], ['auf-stahl', 'stahl-tief', T], ['auf-schrank', 'schrank', T], ['auf-signal', 'signal', T], ['auf-signal', 'signal-tief', T], ['oxid', 'grund', T], ['oxid', 'blatt', T], ['oxid', 'oxid-grund', T], ['tinte', 'oxid-grund', T], ['linie', 'grund', R], ['linie', 'blatt', R], ['stahl', 'blatt', R], ['bank', 'signal', R]];
let fehler = 0; for (const [v, h, min] of paare) ['hell', 'dunkel'].forEach((s, i) => { const k = kr(tok[v][i], tok[h][i]); if (k < min) fehler++; if (k < min || process.argv.includes('-v')) console.log(`${k < min ? 'FEHLER' : 'ok    '} ${s.padEnd(6)} ${v} auf ${h}: ${k.toFixed(2)} (mind. ${min})`); });
console.log(`${paare.length * 2} Paare geprüft, ${fehler} unter der Grenze`); process.exit(fehler ? 1 : 0);
