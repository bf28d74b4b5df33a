// Porträts für die Lochwand: gezeichnete Platzhalter im Stil der Geschichten (400 x 480).
// Zwei Bauweisen: `people` (ein Kopf, viele Frisuren) und `heads` (jeder Kopf von Hand: eigene Form, Drehung, Nase, Augen).
// Aufruf: node docs/drawing/portraits.mjs [Ordner content]   schreibt portrait.svg in providers/<kennung>/ und advisers/<kennung>/
// Regeln: Augen auf 44 % der Höhe, Licht von links, Schatten ist Schraffur, kein Gelb (Gelb ist das Neue, nicht der Mensch).
import { mkdirSync, writeFileSync } from 'node:fs';
import { C, R, P, S, O, E, defs, hatch, hatch2 } from './illu-lib.mjs';
const HAIRS = {
  bob: (c) => ['', P('M114 214c-8-76 20-122 86-122s94 46 86 122c-10-20-12-40-18-56c-30 2-70-8-96-30c-14 26-46 40-52 86z', c), P('M92 306C70 190 92 76 200 72c108 4 130 118 108 234c-30 10-186 10-216 0z', c)],
  lang: (c) => ['', P('M112 216c-8-78 26-124 88-124s96 46 88 124c-8-34-20-54-40-68c-32 18-74 20-98 12c-14 12-26 28-38 56z', c), P('M86 372C66 220 82 70 200 66c118 4 134 154 114 306H86z', c)],
  kurz: (c) => ['', P('M114 206c-10-86 26-126 92-124c62 2 92 44 80 124l-14 4c0-34-8-50-22-66c-38 10-84 6-108-8c-8 16-14 34-14 74z', c)],
  scheitel: (c) => ['', P('M114 204c-12-78 16-128 84-126c74-4 102 50 88 126l-12 6c0-30-6-46-16-58c-50 0-90-14-112-40c0 26-14 40-18 96z', c)],
  stoppel: (c) => ['', P('M118 190c0-66 34-96 82-96s82 30 82 96c-10-28-24-44-40-50h-84c-16 6-30 22-40 50z', c) + P('M118 190c0-66 34-96 82-96s82 30 82 96c-10-28-24-44-40-50h-84c-16 6-30 22-40 50z', 'url(#sp)')],
  glatze: (c) => ['', P('M112 236c-6-26-6-48 2-66c8 14 8 40 8 66zM288 236c6-26 6-48-2-66c-8 14-8 40-8 66z', c)],
  locken: (c) => ['', [[124, 172, 28], [128, 130, 32], [162, 100, 34], [206, 88, 36], [250, 104, 32], [276, 138, 30], [280, 176, 24]].map(([x, y, r]) => O(x, y, r, c)).join('') + P('M130 170c20-40 120-46 140-4l-20-40h-90z', c)],
  afro: (c) => ['', P('M124 216c-6-40 10-62 30-70c34 10 66 8 92 0c22 10 36 32 30 70z', 'none') + '', O(200, 160, 122, c)],
  dutt: (c) => ['', O(200, 62, 36, c) + P('M112 212c-12-84 26-126 88-126s100 42 88 126l-12 0c-4-38-20-62-44-72c-26 10-50 10-70 2c-22 12-34 34-38 70z', c)],
  tuch: (c) => ['', P('M200 66c108 0 118 150 108 234c-6 30-4 50 26 72H66c30-22 32-42 26-72C82 216 92 66 200 66zM200 118c-52 0-72 40-70 92c2 78 30 128 70 128s68-50 70-128c2-52-18-92-70-92z', c, 'fill-rule="evenodd"') + S('M124 352q76 40 152 0', C.ink, 4, 'opacity=".4"') + P('M262 90c44 30 56 120 46 210c-6 30-4 50 26 72h-74c10-40 24-170 2-282z', hatch2, 'opacity=".8"')],
  zopf: (c) => ['', P('M112 210c-14-84 30-128 90-128c64 0 98 44 84 128l-10 0c-6-42-18-62-52-74c-40 2-66 8-88 24c-8 12-10 28-12 50z', c), P('M276 180c60 10 70 120 40 200c-30-10-50-40-52-80z', c)],
  wellen: (c) => ['', P('M112 220c-12-88 20-138 92-138c66 0 98 48 84 136c-14-22-12-44-24-58c-28-6-36-22-44-34c-20 34-60 40-84 40c-14 14-12 32-24 54z', c), P('M92 330c-24-30-4-60-14-90c-8-90 36-172 122-174c90 2 130 84 122 174c-10 30 12 60-14 90c-26 24-190 24-216 0z', c)],
  strubbel: (c) => ['', P('M118 206c-4-40 4-70 20-84h110c20 20 34 50 32 80c-10-20-20-30-30-40h-90c-20 10-34 24-42 44zM112 204l-14-40l22-6l-8-44l34 10l8-44l36 24l24-36l22 32l38-22l2 40l34 0l-12 38l18 22l-22 30c-4-28-10-44-20-56c-50 14-104 6-124-8c-14 14-26 30-30 60z', c)],
};
const BEARD = {
  voll: c => P('M118 232c10 20 30 26 46 18c22-12 50-12 72 0c16 8 36 2 46-18c6 66-22 118-82 118s-88-52-82-118z', c) + P('M172 276q28-14 56 0q-28 18-56 0z', C.paper, 'opacity=".0"'),
  kinn: c => P('M164 296c10 24 62 24 72 0c4 34-10 54-36 54s-40-20-36-54z', c),
  schnauz: c => P('M152 272c10-24 38-26 48-14c10-12 38-10 48 14c-22 8-36 4-48-4c-12 8-26 12-48 4z', c),
  stoppel: () => P('M118 236c10 20 30 30 46 22c22-10 50-10 72 0c16 8 36-2 46-22c6 62-22 112-82 112s-88-50-82-112z', 'url(#sp)'),
};
const TOPS = {
  hemd: c => P('M30 480c4-92 60-116 116-130h108c56 14 112 38 116 130z', c) + P('M146 346l54 62l54-62l24 14l-46 80l-32-36l-32 36l-46-80z', C.paper) + S('M200 410v70', C.ink, 4, 'opacity=".5"'),
  shirt: c => P('M30 480c4-92 60-120 116-134c20 34 88 34 108 0c56 14 112 42 116 134z', c),
  rolli: c => P('M30 480c4-92 60-116 122-130v-30h96v30c62 14 118 38 122 130z', c) + S('M152 344c30 14 66 14 96 0', C.ink, 5, 'opacity=".5"'),
  jacke: c => P('M30 480c4-92 60-116 116-130h108c56 14 112 38 116 130z', c) + P('M150 346h100l-50 134z', C.paper) + P('M146 344l-30 30l40 40l-12 20l56 46l0 0l-54-136zM254 344l30 30l-40 40l12 20l-56 46l54-136z', C.ink, 'opacity=".55"'),
  hoodie: c => P('M30 480c4-92 56-124 110-140c24 30 96 30 120 0c54 16 106 48 110 140z', c) + P('M126 344c10 60 138 60 148 0l20 14c-14 84-174 84-188 0z', C.ink, 'opacity=".4"') + S('M176 404v50M224 404v44', C.paper, 6),
  weste: c => P('M30 480c4-92 60-116 116-130h108c56 14 112 38 116 130z', C.paper) + P('M96 480c0-70 10-110 40-126l64 126l64-126c30 16 40 56 40 126z', c),
};
function face({ skin, brow = C.ink, glasses, beard, beardC, smile = 1, lips }) {
  const shade = skin === C.skinC || skin === C.skinD ? hatch2 : hatch2;
  let o = P('M110 214c-16-4-20 42 6 50zM290 214c16-4 20 42-6 50z', skin) + P('M290 214c16-4 20 42-6 50z', hatch2);
  o += P('M118 196c0-66 30-104 82-104s82 38 82 104c0 86-24 152-82 152s-82-66-82-152z', skin);
  o += P('M232 98c32 14 50 50 50 98c0 86-24 152-82 152c-6 0-6 0-8-1c46-30 66-120 40-249z', shade, 'opacity=".9"');
  o += S('M144 186q18-10 38-2M218 184q20-8 38 2', brow, 8);
  const eye = skin === C.skinD ? C.ink : C.ink;
  o += E(164, 212, 7.5, 8.5, eye) + E(236, 212, 7.5, 8.5, eye);
  o += S('M202 208l-12 44q4 8 18 6', C.ink, 6, 'stroke-linejoin="round"');
  o += beard && beard !== 'stoppel' && beard !== 'kinn' ? '' : '';
  if (beard) o += BEARD[beard](beardC || C.ink);
  if (beard === 'voll') o += P(smile ? 'M172 282h56c-6 22-50 22-56 0z' : 'M174 286h52v8h-52z', C.paper);
  else if (lips) o += P('M170 288c10-10 22-10 30-4c8-6 20-6 30 4c-14 20-46 20-60 0z', C.oxide);
  else if (smile === 2) o += P('M166 282h68c-6 30-62 30-68 0z', C.paper) + S('M166 282h68', C.ink, 5);
  else if (smile) o += S('M170 286q30 22 60 0', C.ink, 6); else o += S('M176 290h48', C.ink, 6);
  if (glasses === 'rund') o += O(164, 214, 30, 'none', `stroke="${C.ink}" stroke-width="6"`) + O(236, 214, 30, 'none', `stroke="${C.ink}" stroke-width="6"`) + S('M194 210q6-6 12 0M134 208l-18-6M266 208l18-6', C.ink, 6);
  if (glasses === 'eckig') o += S('M132 192h62v40h-62zM206 192h62v40h-62zM194 206h12M132 202l-16-4M268 202l16-4', C.ink, 7, 'stroke-linejoin="round"');
  if (glasses === 'oxid') o += S('M132 192h62v40h-62zM206 192h62v40h-62zM194 206h12M132 202l-16-4M268 202l16-4', C.oxide, 9, 'stroke-linejoin="round"');
  return o;
}
function one(k) {
  const h = HAIRS[k.hair](k.hairC || C.ink);
  const extra = k.ear ? O(112, 270, 8, C.amber && C.paper) + O(288, 270, 8, C.paper) : '';
  return `<g transform="rotate(${k.tilt || 0} 200 400)">` + (h[2] || '') + `</g>` + R(164, 300, 72, 90, k.skin) + P('M164 326c20 34 56 38 72 8v60h-72z', hatch2)
    + TOPS[k.top](k.topC) + P('M262 352c52 16 104 42 108 128H250z', hatch)
    + `<g transform="rotate(${k.tilt || 0} 200 400)">` + (k.hair === 'tuch' || k.hair === 'bob' ? h[0] : '') + face(k) + h[1] + extra + '</g>';
}
const DE = 'Gezeichnetes Porträt';
export const people = {
  demir: { bg: C.steel, skin: C.skinA, hair: 'wellen', hairC: C.ink, top: 'jacke', topC: C.oxide, tilt: -2, lips: 1 },
  petersmann: { bg: C.kraft, skin: C.skinA, hair: 'glatze', hairC: C.kraft, top: 'hemd', topC: C.steel, beard: 'voll', beardC: C.paper, glasses: 'eckig' },
  kowollik: { bg: C.oxide, skin: C.skinA, hair: 'bob', hairC: C.kraft, top: 'rolli', topC: C.ink, tilt: 2, smile: 2 },
  wojcik: { bg: C.sand, skin: C.skinA, hair: 'kurz', hairC: C.ink, top: 'hoodie', topC: C.steel, beard: 'stoppel' },
  adeyemi: { bg: C.kraft, skin: C.skinD, hair: 'afro', hairC: C.ink, top: 'shirt', topC: C.paper, smile: 2, tilt: -2 },
  schulte: { bg: C.steel, skin: C.skinA, hair: 'stoppel', hairC: C.kraft, top: 'weste', topC: C.ink, beard: 'schnauz', beardC: C.kraft },
  hartmann: { bg: C.sand, skin: C.skinA, hair: 'zopf', hairC: C.oxide, top: 'shirt', topC: C.steel, glasses: 'rund', tilt: 2 },
  benali: { bg: C.oxide, skin: C.skinB, hair: 'locken', hairC: C.ink, top: 'hemd', topC: C.ink, beard: 'kinn' },
  dreesen: { bg: C.steel, skin: C.skinA, hair: 'kurz', hairC: C.paper, top: 'jacke', topC: C.kraft, glasses: 'oxid', lips: 1 },
  tran: { bg: C.sand, skin: C.skinA, hair: 'lang', hairC: C.ink, top: 'rolli', topC: C.oxide },
  brinkmann: { bg: C.kraft, skin: C.skinA, hair: 'scheitel', hairC: C.paper, top: 'hemd', topC: C.ink, smile: 0, glasses: 'rund' },
  sahin: { bg: C.steel, skin: C.skinB, hair: 'tuch', hairC: C.paper, top: 'shirt', topC: C.oxide, smile: 2 },
  steinkamp: { bg: C.oxide, skin: C.skinA, hair: 'strubbel', hairC: C.ink, top: 'hoodie', topC: C.kraft, tilt: -3 },
  russo: { bg: C.sand, skin: C.skinB, hair: 'dutt', hairC: C.ink, top: 'jacke', topC: C.steel, lips: 1, ear: 1 },
  kloepper: { bg: C.steel, skin: C.skinA, hair: 'glatze', hairC: C.ink, top: 'shirt', topC: C.kraft, beard: 'schnauz', beardC: C.ink, smile: 1 },
  osman: { bg: C.kraft, skin: C.skinC, hair: 'tuch', hairC: C.steel, top: 'rolli', topC: C.ink, glasses: 'eckig' },
  wennemann: { bg: C.sand, skin: C.skinA, hair: 'scheitel', hairC: C.oxide, top: 'shirt', topC: C.ink, beard: 'voll', beardC: C.oxide },
  horvat: { bg: C.oxide, skin: C.skinA, hair: 'bob', hairC: C.ink, top: 'hemd', topC: C.steel, glasses: 'rund', tilt: -2 },
  grabowski: { bg: C.kraft, skin: C.skinB, hair: 'stoppel', hairC: C.ink, top: 'hoodie', topC: C.oxide, beard: 'stoppel', smile: 2, tilt: 2 },
  terhorst: { bg: C.steel, skin: C.skinA, hair: 'wellen', hairC: C.paper, top: 'weste', topC: C.oxide, smile: 1 },
};
// ---------- Köpfe von Hand ----------
let clipNo = 0;
/** Zeichnet inner nur innerhalb der Form d */
const inside = (d, inner) => { const id = `c${++clipNo}`; return `<clipPath id="${id}"><path d="${d}"/></clipPath><g clip-path="url(#${id})">${inner}</g>`; };
/** Kopf mit Schattenseite rechts; x = Schattengrenze an der Stirn */
const kopf = (d, skin, x = 232) => P(d, skin) + inside(d, P(`M${x} 60c30 90 30 210-46 320h220V60z`, hatch2, 'opacity=".9"'));
const hals = (skin, w = 72, y = 326) => R(200 - w / 2, 290, w, 100, skin) + P(`M${200 - w / 2} ${y}c${w * .28} 30 ${w * .78} 34 ${w} 8v60h${-w}z`, hatch2);
const ohr = (x, y, skin, s = 1, h = 50) => P(`M${x} ${y}c${-16 * s}-6 ${-20 * s} ${h - 8} ${6 * s} ${h}z`, skin);
const schulter = P('M262 352c52 16 104 42 108 128H250z', hatch);
const auge = {
  punkt: (x, y) => E(x, y, 7.5, 8.5, C.ink),
  klein: (x, y) => E(x, y, 6, 6.5, C.ink),
  lid: (x, y) => S(`M${x - 15} ${y - 2}q14-13 30 0`, C.ink, 5) + E(x, y + 2, 7, 7.5, C.ink),
  schwer: (x, y) => E(x, y + 2, 7, 7, C.ink) + S(`M${x - 15} ${y - 6}q14-3 30 1M${x - 11} ${y + 15}q10 7 22 1`, C.ink, 4),
  lachen: (x, y) => S(`M${x - 14} ${y + 4}q14-16 28 0`, C.ink, 7),
};
const paar = (art, a, b, y) => auge[art](a, y) + auge[art](b, y);
const nase = {
  links: (x, y, l = 44) => S(`M${x} ${y}l${-l * .28} ${l}q4 8 18 6`, C.ink, 6, 'stroke-linejoin="round"'),
  rechts: (x, y, l = 44) => S(`M${x} ${y}l${l * .28} ${l}q-4 8-18 6`, C.ink, 6, 'stroke-linejoin="round"'),
  knopf: (x, y) => S(`M${x - 13} ${y + 36}q3 12 14 10q10 0 12-9`, C.ink, 6),
  breit: (x, y) => S(`M${x - 20} ${y + 40}q-6-14 6-14M${x + 20} ${y + 40}q6-14-6-14M${x - 11} ${y + 44}q11 9 22 0`, C.ink, 6),
  hoecker: (x, y) => S(`M${x} ${y - 4}q-2 12-9 18q-8 10-9 28q2 8 18 6`, C.ink, 6, 'stroke-linejoin="round"'),
};
const mund = {
  linie: (x, y, w = 26) => S(`M${x - w} ${y}q${w} ${w * .75} ${w * 2} 0`, C.ink, 6),
  schief: (x, y, w = 26) => S(`M${x - w} ${y + 4}q${w * .9} ${w * .5} ${w * 2} ${-w * .35}`, C.ink, 6),
  lachen: (x, y, w = 32) => P(`M${x - w} ${y}h${w * 2}c${-w * .15} ${w} ${-w * 1.85} ${w} ${-w * 2} 0z`, C.paper) + S(`M${x - w} ${y}h${w * 2}`, C.ink, 5),
  lippen: (x, y, c = C.oxide) => P(`M${x - 28} ${y}c10-9 20-9 28-4c8-5 18-5 28 4c-14 18-42 18-56 0z`, c),
};
const brillen = {
  rund: (a, b, y, r = 28, c = C.ink) => O(a, y, r, 'none', `stroke="${c}" stroke-width="6"`) + O(b, y, r, 'none', `stroke="${c}" stroke-width="6"`) + S(`M${a + r} ${y - 4}q${(b - a) / 2 - r}-6 ${b - a - 2 * r} 0`, c, 6),
  halb: (a, b, y, c = C.ink) => S(`M${a - 28} ${y}h56M${b - 28} ${y}h56M${a + 28} ${y}q${(b - a) / 2 - 28}-8 ${b - a - 56} 0`, c, 7) + S(`M${a - 26} ${y}c2 34 50 34 52 0M${b - 26} ${y}c2 34 50 34 52 0`, c, 4),
};
const drehen = (grad, inner) => `<g transform="rotate(${grad} 200 400)">${inner}</g>`;
const N = C.ink;
/** Kennung: [Grund, gezeichneter Mensch] */
export const heads = {
  // Herzform, hoher Zopfknoten aus dünnen Zöpfen, ein Ohrring
  'seilbahn-daten': [C.sand, () => {
    const d = 'M116 186c0-62 34-92 86-92s84 32 82 94c-2 44-14 84-40 116c-16 22-28 42-44 42s-30-18-46-42c-24-34-38-74-38-118z';
    const zoepfe = liste => liste.map(([x, b, y]) => S(`M${x} 150C${b} 200 ${b} 250 ${b} ${y}`, N, 24, 'stroke-linecap="round"') + S(`M${b - 12} ${y - 10}h24`, C.oxide, 8)).join('');
    return drehen(-3, E(204, 64, 62, 46, N) + S('M160 44c20 26 22 40 16 60M204 20v80M246 44c-20 26-22 40-16 60', C.skinC, 4, 'opacity=".75"') + O(200, 170, 92, N) + P('M116 150h170l24 220H92z', N)
        + zoepfe([[132, 92, 330], [128, 70, 290], [272, 310, 330], [276, 330, 290]])) + hals(C.skinC, 66) + TOPS.shirt(C.steel) + schulter + S('M144 352c16 46 96 46 112 0', C.paper, 7, 'stroke-dasharray="3 11" stroke-linecap="round"')
      + drehen(-3, zoepfe([[126, 114, 392], [274, 290, 392]]) + ohr(118, 214, C.skinC) + ohr(284, 214, C.skinC, -1)
        + kopf(d, C.skinC, 236) + P('M110 190c-4-70 36-106 92-106s92 38 86 106c-12-38-42-62-86-64c-44 0-76 26-92 64z', N)
        + S('M166 96c-14 12-24 26-32 44M190 88c-8 12-12 24-14 38M214 88c8 12 12 24 14 38M238 96c14 12 24 26 32 44', C.skinC, 3, 'opacity=".75"')
        + S('M146 184q16-12 34-4M222 180q18-8 34 4', N, 7) + paar('lid', 164, 238, 212) + nase.breit(201, 222) + mund.lachen(201, 286, 27)
        + S('M112 270v26', C.paper, 4) + O(112, 302, 11, C.paper));
  }],
  // rund und breit, Haarkranz, kurzer Vollbart um den Mund, Lesebrille
  kupferdraht: [C.oxide, () => {
    const d = 'M96 214c-4-70 38-116 104-116s108 46 104 116c-2 46-6 74-26 100c-18 24-46 36-78 36s-60-12-78-36c-20-26-24-54-26-100z';
    return hals(C.skinA, 104, 340) + TOPS.jacke(C.ink).replace(C.paper, C.steel) + P('M262 352c52 16 104 42 108 128H250z', 'url(#hp)', 'opacity=".5"')
      + drehen(2, ohr(98, 210, C.skinA, 1.2, 58) + ohr(302, 210, C.skinA, -1.2, 58) + kopf(d, C.skinA, 244)
        + P('M92 232c-14-30-10-72 12-92c10 24 6 56 2 92zM308 232c14-30 10-72-12-92c-10 24-6 56-2 92z', C.paper)
        + S('M150 130q50-14 96 0M158 150q40-10 80 0', N, 4, 'opacity=".45"')
        + S('M136 182q18-14 42-6M222 176q24-8 42 6', C.paper, 11) + paar('klein', 160, 240, 214) + brillen.halb(160, 240, 222)
        + S('M200 232c-10 10-24 18-18 30q14 8 30 4', N, 6, 'stroke-linejoin="round"')
        + P('M140 286c14-22 42-30 60-18c18-12 46-4 60 18c6 44-20 66-60 66s-66-22-60-66z', C.paper) + P('M168 296h64c-8 20-56 20-64 0z', C.ink));
  }],
  // schmal und lang, nach links gedreht, graue Strähne, große Ohrringe
  'lernraum-west': [C.kraft, () => {
    const d = 'M124 196c-2-66 28-104 74-104s78 34 78 98c0 54-6 92-24 124c-14 26-34 44-56 44s-40-16-52-42c-14-32-18-72-20-120z';
    return drehen(-2, P('M200 70c74 0 108 52 106 124c-2 44 16 70 8 112c-6 34-34 40-40 84H128c-10-40-38-52-42-88c-4-38 14-64 10-104c-4-78 30-128 104-128z', N))
      + hals(C.skinB, 62, 340) + TOPS.jacke(C.steel) + schulter
      + drehen(-2, ohr(276, 216, C.skinB, -1) + kopf(d, C.skinB, 230)
        + P('M176 82c-42 18-58 60-60 126c-14-10-18-44-14-70c8-42 40-66 74-56zM176 82c46 22 84 52 102 134c18-20 18-66 2-98c-18-34-62-52-104-36z', N) + P('M176 82c46 22 76 40 96 92c-4-52-44-90-96-92z', C.paper)
        + S('M136 184q14-14 36-6M206 178q18-8 38 4', N, 8) + paar('lid', 156, 226, 212) + nase.hoecker(186, 212) + mund.lippen(190, 298)
        + S('M150 322q-8-12-6-22', N, 4, 'opacity=".6"') + O(276, 288, 17, 'none', `stroke="${C.paper}" stroke-width="7"`));
  }],
  // eckig, Strickmütze, kurzer Bart, Wetterfalten
  'funkwerk-hoerde': [C.steel, () => {
    const d = 'M122 176h158c4 40 4 86-2 118c-4 22-20 40-38 50h-76c-20-10-36-28-40-50c-6-32-6-78-2-118z';
    const m = 'M106 184c-12-96 30-142 96-142s104 46 92 142z';
    let rippe = ''; for (let x = 122; x < 292; x += 18) rippe += `M${x} 150v44`;
    return hals(C.skinA, 84, 336) + TOPS.hoodie(C.kraft) + schulter
      + drehen(3, ohr(118, 212, C.skinA, 1.1, 54) + ohr(284, 212, C.skinA, -1.1, 54) + kopf(d, C.skinA, 238)
        + inside(d, P('M118 226l14 30c20 10 40 6 68 6s50 4 68-6l14-30v130H112z', C.kraft) + P('M118 226l14 30c20 10 40 6 68 6s50 4 68-6l14-30v130H112z', 'url(#sp)'))
        + P(m, C.oxide) + inside(m, P('M246 30c24 60 24 110 10 160h60V30z', hatch2)) + P('M98 146h206v50H98z', C.oxide) + S(rippe, N, 4, 'opacity=".45"') + S('M98 146h206', N, 4, 'opacity=".45"')
        + S('M144 204h38M220 204h38', C.kraft, 9) + paar('schwer', 164, 240, 222) + S('M126 226l-12-6M128 234l-12 2M276 226l10-6M274 234l10 2', N, 3.5, 'opacity=".7"')
        + nase.rechts(196, 220, 42) + P('M166 294h72c-6 24-66 24-72 0z', C.paper) + S('M166 294h72', N, 5));
  }],
  // kantiger Kiefer, kurzes graues Haar mit Geheimratsecken, Sakko
  'jens-albrecht': [C.oxide, () => {
    const d = 'M114 190c0-62 34-96 88-96s84 34 84 96c0 44-2 78-10 106c-8 30-34 54-76 54s-70-24-78-54c-6-28-8-62-8-106z';
    return hals(C.skinA, 92, 338) + TOPS.jacke(C.ink) + P('M262 352c52 16 104 42 108 128H250z', 'url(#hp)', 'opacity=".5"')
      + drehen(-1, ohr(114, 208, C.skinA, 1, 54) + ohr(286, 208, C.skinA, -1, 54) + kopf(d, C.skinA, 242)
        + P('M110 204c-10-84 20-124 92-126c70 0 100 42 88 126l-12 4c-2-36-8-54-18-66c-12-4-20-14-24-26c-20 12-52 14-76 2c-8 12-14 20-28 28c-6 16-10 32-10 62z', C.paper)
        + P('M250 92c30 18 46 56 40 112l-12 4c-2-36-8-54-18-66z', hatch2)
        + S('M140 184q20-12 40-2M220 182q20-10 40 2', N, 9) + paar('punkt', 162, 240, 212) + nase.links(202, 208, 48) + mund.schief(200, 296, 28)
        + S('M160 268q-8 14-4 30M244 268q8 14 4 30', N, 4, 'opacity=".6"') + S('M186 332q14 8 28 0', N, 4, 'opacity=".6"'));
  }],
  // rundes Gesicht, rote Locken, Sommersprossen, lachende Augen
  'miriam-sommer': [C.steel, () => {
    const d = 'M108 206c0-66 38-106 92-106s94 40 94 106c0 78-32 132-94 132s-92-54-92-132z';
    const loc = [[116, 128, 42], [152, 88, 44], [206, 74, 46], [258, 94, 42], [292, 138, 40], [90, 178, 40], [310, 188, 40], [82, 234, 40], [318, 244, 40], [92, 290, 38], [308, 300, 38], [118, 330, 34], [284, 334, 34]];
    return drehen(2, loc.map(([x, y, r]) => O(x, y, r, C.oxide)).join('') + R(110, 120, 180, 200, C.oxide))
      + hals(C.skinA, 70, 322) + TOPS.hemd(C.kraft) + schulter
      + drehen(2, kopf(d, C.skinA, 240) + [[132, 138, 26], [166, 112, 28], [208, 104, 30], [250, 118, 26], [280, 148, 22]].map(([x, y, r]) => O(x, y, r, C.oxide)).join('')
        + S('M100 250c-14 10-20 24-14 40M304 262c14 10 16 26 8 42M92 180c-10 8-14 18-10 30M150 82c-16 2-28 12-32 24M258 92c16 6 26 18 28 32', N, 4, 'opacity=".45"')
        + S('M144 192q16-10 32-2M222 190q18-8 34 2', C.oxide, 7) + paar('lachen', 160, 240, 212) + nase.knopf(200, 212) + mund.lachen(200, 280, 34)
        + [[150, 244], [162, 252], [138, 254], [150, 262], [240, 246], [252, 256], [264, 248], [252, 266]].map(([x, y]) => O(x, y, 2.6, C.oxide)).join(''));
  }],
  // jung, schmal, abstehende Ohren, hoher Haarschopf über rasierten Seiten
  'tobias-reker': [C.kraft, () => {
    const d = 'M130 180c0-54 26-84 70-84s72 30 72 84c0 50-4 96-22 134c-12 26-30 42-50 42s-36-14-48-40c-18-38-22-84-22-136z';
    const h = 'M122 160c-10-34-8-66 12-84c20-28 84-38 128-14c22 12 30 36 22 56c6 14 4 28-2 42c-8-14-20-24-38-26c-38 6-70 2-92-8c-12 6-22 18-30 34z';
    return hals(C.skinA, 60, 340) + TOPS.rolli(C.ink) + P('M262 352c52 16 104 42 108 128H250z', 'url(#hp)', 'opacity=".5"')
      + drehen(-4, ohr(130, 196, C.skinA, 1.7, 58) + ohr(272, 196, C.skinA, -1.7, 58) + kopf(d, C.skinA, 234)
        + inside(d, R(100, 90, 46, 108, 'url(#sp)') + R(256, 90, 40, 108, 'url(#sp)')) + P(h, N) + S('M142 96c30-22 74-26 110-8M150 116c30-14 60-14 92-4', C.kraft, 4, 'opacity=".7"')
        + S('M146 190q14-6 32 2M218 192q16-8 34-2', N, 7) + paar('punkt', 164, 236, 214) + nase.rechts(198, 212, 46) + mund.linie(202, 300, 22));
  }],
  // breites Gesicht, kinnlanger Bob mit Pony, graue Strähne, Kette
  'fatma-yildirim': [C.sand, () => {
    const d = 'M108 204c0-60 36-100 92-100s94 40 94 100c0 40-6 74-24 98c-16 22-40 38-70 38s-52-16-68-38c-18-24-24-58-24-98z';
    const b = 'M90 300c-14-60-22-126 2-172c20-40 62-58 108-58s90 18 110 58c24 46 14 112 0 172c-16 20-40 26-60 16H150c-20 10-46 4-60-16z';
    return drehen(-1, P(b, N)) + hals(C.skinB, 82, 328) + TOPS.shirt(C.oxide) + schulter + S('M150 356c12 52 88 52 100 0', C.paper, 6) + O(200, 402, 13, C.paper)
      + drehen(-1, kopf(d, C.skinB, 244) + P('M96 216c-8-84 30-134 106-134s116 52 102 134c-12-10-16-24-18-42c-40 10-112 10-142-6c-14 10-28 26-48 48z', N) + P('M172 84c-18 26-26 54-28 84c8 5 18 8 26 10c0-32 8-62 26-96z', C.paper)
        + S('M142 192q18-10 38 0M220 192q20-10 38 0', N, 7) + paar('lid', 160, 240, 214) + S('M128 220l-10 5M272 220l10 5', N, 3.5, 'opacity=".7"') + nase.links(200, 214, 38) + mund.lippen(200, 286)
        + S('M154 270q-6 10-4 22M246 270q6 10 4 22', N, 4, 'opacity=".55"'));
  }],
  // langes Gesicht, strenger Scheitel, hochgestecktes blondes Haar, schmale Brille, Zähne
  'katrin-voss': [C.kraft, () => {
    const d = 'M122 192c0-66 32-102 78-102s80 36 80 102c0 46-6 92-22 124c-14 28-34 44-58 44s-44-16-58-44c-14-32-20-78-20-124z';
    return drehen(3, E(252, 84, 56, 44, C.sand) + E(252, 84, 56, 44, 'none', `stroke="${N}" stroke-width="4" opacity=".35"`)) + hals(C.skinA, 64, 342) + TOPS.weste(C.oxide) + schulter
      + drehen(3, ohr(122, 212, C.skinA) + ohr(280, 212, C.skinA, -1) + kopf(d, C.skinA, 236)
        + P('M112 212c-16-86 18-138 86-138s108 50 92 138l-10-2c-4-44-20-78-62-104c-46 8-82 46-96 106z', C.sand) + P('M218 106c42 26 58 60 62 104l10 2c8-44 4-76-12-100c-16-20-36-18-60-6z', hatch2, 'opacity=".6"')
        + S('M218 106c-40 0-84 26-98 70M218 106c30 6 56 30 64 66', N, 4, 'opacity=".35"')
        + S('M144 186h36M220 186h36', N, 6) + paar('punkt', 162, 238, 214)
        + S('M132 202h58v24q0 10-10 10h-38q-10 0-10-10zM210 202h58v24q0 10-10 10h-38q-10 0-10-10zM190 208h20', C.steel, 6) + nase.links(202, 222, 44) + mund.lachen(200, 298, 30) + O(118, 270, 7, C.paper) + O(284, 270, 7, C.paper));
  }],
  // breite Stirn, sehr kurzes Haar, graue Schläfen, Kinnbart, runde Brille
  'samuel-okafor': [C.steel, () => {
    const d = 'M104 196c-2-70 36-108 96-108s98 38 96 108c0 40-4 66-14 96c-10 34-38 60-82 60s-72-26-82-60c-10-30-14-56-14-96z';
    return hals(C.skinD, 100, 342) + TOPS.hemd(C.sand) + schulter
      + drehen(-2, ohr(106, 208, C.skinD, 1.1, 54) + ohr(294, 208, C.skinD, -1.1, 54) + kopf(d, C.skinD, 248)
        + P('M102 200c-6-80 32-126 98-126s104 46 98 126c-8-20-12-40-26-56c-16-14-44-22-72-22s-56 8-72 22c-14 16-18 36-26 56z', N) + inside('M102 200c-6-80 32-126 98-126s104 46 98 126c-8-20-12-40-26-56c-16-14-44-22-72-22s-56 8-72 22c-14 16-18 36-26 56z', R(96, 142, 34, 60, 'url(#spp)') + R(270, 142, 34, 60, 'url(#spp)'))
        + S('M138 178q20-10 42-2M220 176q22-8 42 2', N, 8) + paar('punkt', 162, 238, 212) + brillen.rund(162, 238, 212, 32, C.paper) + S('M130 206l-22-6M270 206l22-6', C.paper, 6) + nase.breit(200, 220)
        + P('M150 282c10-18 34-20 50-12c16-8 40-6 50 12c4 44-14 72-50 72s-54-28-50-72z', N) + inside('M150 282c10-18 34-20 50-12c16-8 40-6 50 12c4 44-14 72-50 72s-54-28-50-72z', R(150, 312, 100, 50, 'url(#spp)')) + P('M166 290h68c-8 24-60 24-68 0z', C.paper));
  }],
};
const WER = {
  demir: 'demir-digital', petersmann: 'petersmann-systeme', kowollik: 'werkstattdaten', wojcik: 'wojcik-software', adeyemi: 'klarplan', schulte: 'so-netztechnik',
  hartmann: 'hartmann-webwerk', benali: 'tourenwerk', dreesen: 'dreesen-warenwirtschaft', tran: 'bildschnitt', brinkmann: 'brinkmann-planung', sahin: 'zwei-koepfe-software',
  steinkamp: 'steinkamp-automation', russo: 'russo-laeden', kloepper: 'kloepper-dienste', osman: 'lotsendienst-it', wennemann: 'neunzehn-bit', horvat: 'horvat-datenschutz',
  grabowski: 'grabowski-kassen', terhorst: 'formblatt-digital',
};
const punkte = (id, c) => `<pattern id="${id}" width="9" height="9" patternUnits="userSpaceOnUse"><circle cx="2" cy="2" r="1.5" fill="${c}"/><circle cx="6.5" cy="6.5" r="1.5" fill="${c}"/></pattern>`;
const bild = (seed, bg, inner) => {
  const dark = bg === C.steel || bg === C.oxide;
  const d = defs(seed).replace('</defs>', punkte('sp', C.ink) + (inner.includes('#spp') ? punkte('spp', C.paper) : '') + '</defs>');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 480" role="img" aria-labelledby="t"><title id="t">${DE}</title>${d}${R(0, 0, 400, 480, bg)}${P('M400 120V480H120z', dark ? 'url(#hp)' : hatch2, 'opacity=".22"')}${inner}</svg>\n`;
};
const ziel = process.argv[2] ? new URL(process.argv[2].replace(/\/?$/, '/'), `file://${process.cwd()}/`) : new URL('../../content/', import.meta.url);
const ADVISERS = ['jens-albrecht', 'miriam-sommer', 'tobias-reker', 'fatma-yildirim', 'katrin-voss', 'samuel-okafor'];
const schreiben = (id, svg) => {
  const ordner = new URL(`${ADVISERS.includes(id) ? 'advisers' : 'providers'}/${id}/`, ziel);
  mkdirSync(ordner, { recursive: true });
  writeFileSync(new URL('portrait.svg', ordner), svg);
};
for (const [id, k] of Object.entries(people)) schreiben(WER[id], bild(id.length + 3, k.bg, one(k)));
for (const [id, [bg, zeichne]] of Object.entries(heads)) { clipNo = 0; schreiben(id, bild(id.length + 3, bg, zeichne())); }
