// Zustandsbilder: leere Schublade, fehlendes Werkzeug, gezogener Stecker (800 x 500)
import { writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
const out = process.argv[2];
if (!out) { console.error('Es fehlt der Ausgabeordner: node docs/drawing/states.mjs AUSGABEORDNER'); process.exit(2); }
mkdirSync(out, { recursive: true });
import { C, R, P, S, O, E, defs, hatch, hatch2, rr } from './illu-lib.mjs';
const wrap = (t, inner) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 500" role="img" aria-labelledby="t"><title id="t">${t}</title>${defs(4)}${inner}</svg>\n`;
const holes = (x0, y0, x1, y1) => { let d = ''; for (let y = y0; y < y1; y += 40) for (let x = x0; x < x1; x += 40) d += O(x, y, 4.5, C.ink, 'opacity=".5"'); return d; };
// 404: auf der Lochwand fehlt ein Werkzeug, nur der Umriss hängt noch da
let f = R(0, 0, 800, 500, C.kraft) + holes(40, 40, 800, 500);
f += S('M140 60v40', C.ink, 10) + P('M70 100h140v58H70z', C.ink) + R(128, 158, 24, 240, C.oxide) + R(140, 158, 12, 240, hatch);
f += S('M640 70v30', C.ink, 10) + P('M610 100l60 0l0 140l-30 30l-30-30z', C.steel) + R(628, 270, 24, 130, C.paper) + R(642, 100, 28, 150, hatch);
const wr = 'M350 90c-34 20-44 66-14 96c8 8 16 12 26 14v170c-30 14-36 58-6 76v-44l24-12l24 12v44c30-18 24-62-6-76V200c40-8 56-70 10-110v60l-28 18l-30-18z';
f += S(wr, C.paper, 8, 'stroke-dasharray="18 12" stroke-linejoin="round"');
writeFileSync(join(out, 'zustand-fehlt.svg'), wrap('Lochwand, an der ein Schraubenschlüssel fehlt: nur der gestrichelte Umriss ist zu sehen', f));
// leer: Schublade
let l = R(0, 0, 800, 500, C.sand) + R(0, 430, 800, 70, C.ink) + R(90, 60, 620, 370, C.kraft) + R(600, 60, 110, 370, hatch2) + R(70, 40, 660, 34, C.ink) + S('M120 100h560v90H120z', C.ink, 8) + R(300, 128, 200, 34, C.paper);
l += P('M120 220h560v70H120z', C.ink) + P('M70 290h660v110H70z', C.kraft) + S('M70 290h660v110H70z', C.ink, 8) + R(540, 294, 186, 102, hatch2) + R(290, 322, 220, 46, C.paper) + S('M290 322h220v46H290z', C.ink, 6) + S('M330 345h140', C.ink, 5, 'stroke-dasharray="10 10"');
writeFileSync(join(out, 'zustand-leer.svg'), wrap('Werkbank mit einer offenen, leeren Schublade', l));
// offline: gezogener Stecker
let s = R(0, 0, 800, 500, C.sand) + R(0, 430, 800, 70, C.ink) + P(rr(90, 120, 180, 180, 10), C.paper) + P('M200 120h60a10 10 0 0 1 10 10v160a10 10 0 0 1-10 10H160z', hatch2) + O(180, 210, 56, C.ink) + O(160, 210, 9, C.paper) + O(200, 210, 9, C.paper) + S('M180 300v130', C.ink, 12);
s += S('M800 250C700 250 720 390 600 390S540 210 470 210', C.ink, 18) + P('M370 160h70l40 30v40l-40 30h-70z', C.amber) + P('M420 160h20l40 30v40l-40 30h-40z', hatch2) + R(318, 178, 54, 14, C.ink) + R(318, 228, 54, 14, C.ink) + S('M290 150l-16-24M300 270l-22 20', C.ink, 7);
writeFileSync(join(out, 'zustand-offline.svg'), wrap('Ein Stecker ist aus der Steckdose gezogen', s));
// 500: abgebrochener Bohrer
let q = R(0, 0, 800, 500, C.kraft) + R(0, 430, 800, 70, C.ink) + R(120, 330, 560, 100, C.oxide) + R(480, 330, 200, 100, hatch) + R(120, 318, 560, 14, C.paper);
q += R(372, 250, 36, 80, C.steel) + P('M372 250l12-16l10 12l14-22v26z', C.steel) + S('M376 268l28 16M376 296l28 16', C.paper, 6);
q += R(330, 0, 120, 66, C.ink) + P('M350 66h80l-14 34h-52z', C.ink) + R(372, 100, 36, 66, C.steel) + P('M372 166h36l-10 26l-12-14l-8 18z', C.steel) + S('M376 118l28 16M376 146l28 16', C.paper, 6);
q += S('M300 214l-36-16M296 244l-44 4M484 214l36-16M488 244l44 4', C.ink, 8) + P('M560 318l-16-34l22-8l16 42z', C.paper) + P('M200 318l10-22l26 6l-8 16z', C.steel);
writeFileSync(join(out, 'zustand-stoerung.svg'), wrap('Ein Bohrer ist im Werkstück abgebrochen', q));
