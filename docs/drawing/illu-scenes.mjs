import { C, G, R, P, S, O, E, T, svg, hatch, hatch2, hatchP, hatchV, rr, cut, bricks, pallet, bubble, lines, check, phone, tablet, crate, lamp, man, arm, rng } from './illu-lib.mjs';
export const scenes = {};

// 1 ------------------------------------------------------------ Baustoffhandel
scenes.baustoff = (bare = false) => {
  let o = '';
  o += P(`M60 ${G}V352l140-112v112l140-112v112l140-112v112l140-112v112l140-112V${G}z`, C.kraft);
  o += P('M200 240v112H60zM340 240v112H200zM480 240v112H340zM620 240v112H480zM760 240v112H620z', hatch2);
  o += P(`M760 352V${G}H660z`, hatch2, 'opacity=".55"');
  o += R(118, 428, 588, 192, C.sand) + R(118, 640, 588, G - 640, C.sand) + R(118, 428, 588, 20, hatch2) + R(118, 640, 588, 20, hatch2);
  for (let r = 0; r < 3; r++) for (let k = 0; k < 5 - r; k++) { const x = 158 + r * 27 + k * 54, y = 592 - r * 47; o += O(x, y, 26, C.paper) + O(x, y, 19, 'none', `stroke="${C.steel}" stroke-width="14"`); }
  const sack = (x, y) => P(rr(x, y, 122, 48, 16), C.paper) + P(`M${x + 78} ${y}h28a16 16 0 0 1 16 16v16a16 16 0 0 1-16 16h-44z`, hatch2) + R(x + 16, y + 17, 42, 13, C.oxide);
  o += sack(446, 572) + sack(574, 572) + sack(510, 523);
  o += bricks(142, 702, 248, 4, 31) + pallet(134, G, 264);
  o += bricks(452, 733, 240, 3, 31, C.steel) + pallet(444, G, 256);
  o += R(104, 620, 616, 20, C.oxide) + R(104, 416, 616, 12, C.oxide) + R(100, 400, 18, G - 400, C.ink) + R(408, 400, 18, G - 400, C.ink) + R(706, 400, 18, G - 400, C.ink);
  const gx = 780;
  o += P(`M${gx} 700h86l34-128h96l26 128v110H${gx}z`, C.steel) + P(`M${gx + 160} 572h56l26 128v110H${gx + 130}z`, hatch);
  o += S(`M${gx + 18} 704L${gx + 46} 476H${gx + 196}L${gx + 232} 700`, C.ink, 14, 'stroke-linejoin="round"');
  o += P(`M${gx + 40} 700v-66h20v48h54v18z`, C.ink);
  o += O(gx + 60, G - 48, 48, C.ink) + O(gx + 60, G - 48, 20, C.paper) + O(gx + 222, G - 54, 54, C.ink) + O(gx + 222, G - 54, 24, C.paper);
  o += R(gx + 262, 430, 18, G - 442, C.ink) + R(gx + 286, 430, 10, G - 442, C.ink) + R(gx + 258, 430, 42, 12, C.ink);
  o += R(gx + 280, 748, 180, 12, C.ink) + pallet(gx + 304, 748, 164) + bricks(gx + 309, 621, 154, 3, 31, C.oxide, 52);
  o += T(1392, G, 1.04, man({
    top: C.oxide, legs: C.ink, skin: C.skinA, hair: 'zopf', hairC: C.ink, vest: C.paper, mirror: true,
    back: arm('M-54-300L-92-232L-50-190', C.oxide, C.skinA, -46, -186),
    front: arm('M42-292L74-216L112-254', C.oxide, C.skinA, 114, -262),
  }), true);
  o += phone(1270, 564, 1.2);
  o += bubble(1010, 84, 320, 124, bare ? C.steel : C.paper, 'l', lines(1046, 117, [236, 248, 150], 26, bare ? C.paper : C.ink, 12));
  o += bubble(1130, 238, 320, 124, C.amber, 'r', check(1168, 300, 72, C.ink, 16) + lines(1264, 276, [144, 104], 34, C.ink, 14));
  return svg('Hof eines Baustoffhandels mit Regal und Gabelstapler. Eine Händlerin antwortet am Telefon im Chat.', C.sand, o, { seed: 11, bare });
};

// 2 ------------------------------------------------------------ Bäckerei
scenes.baeckerei = () => {
  let o = '';
  // Mond und Sterne
  o += P('M1250 110a86 86 0 1 0 70 150a72 72 0 0 1-70-150z', C.paper);
  for (const [x, y] of [[1040, 120], [1130, 250], [1420, 130], [1500, 300], [930, 220]]) o += P(`M${x} ${y - 12}l4 8l8 4l-8 4l-4 8l-4-8l-8-4l8-4z`, C.paper);
  // Etagenofen
  o += R(70, 232, 470, G - 232, C.ink) + R(70, 232, 470, 56, C.oxide) + R(230, 60, 90, 172, C.ink) + R(230, 60, 30, 172, hatchP, 'opacity=".5"');
  o += O(120, 260, 12, C.paper) + O(160, 260, 12, C.paper) + R(400, 250, 110, 20, C.paper);
  const loaf = (x, y, w = 96, h = 46) => P(`M${x} ${y}c0-${h * 1.35} ${w}-${h * 1.35} ${w} 0z`, C.kraft) + P(`M${x + w * .6} ${y}c${w * .1}-${h * .4} 0-${h * .9} -${w * .1}-${h}c${w * .3} 0 ${w * .5} ${h * .4} ${w * .5} ${h}z`, hatch2) + S(`M${x + w * .28} ${y - h * .34}l10-22M${x + w * .48} ${y - h * .4}l10-24`, C.paper, 6);
  for (const [i, y] of [320, 494, 668].entries()) {
    o += R(104, y, 402, 132, C.oxide) + R(104, y, 402, 26, hatch) + R(104, y + 120, 402, 12, C.paper);
    if (i < 2) for (let k = 0; k < 3; k++) o += loaf(130 + k * 124, y + 120, 106, 54);
    else o += loaf(130, y + 120, 106, 54);
  }
  o += R(70, 806, 470, 14, C.paper, 'opacity=".8"');
  // Bäcker mit Schießer
  o += T(770, G, 1.12, man({
    top: C.paper, legs: C.ink, skin: C.skinC, hair: 'haube', hairC: C.paper, apron: C.kraft,
    back: arm('M-52-296L-70-220L0-196', C.paper, C.skinC, 6, -196),
    front: arm('M46-296L70-226L128-232', C.paper, C.skinC, 134, -234),
  }));
  o += R(696, 614, 376, 14, C.kraft) + R(890, 606, 190, 12, C.kraft);
  o += loaf(896, 606, 84, 46) + loaf(988, 606, 84, 46);
  // Theke mit nummerierten Tüten
  o += R(1040, 690, 500, G - 690, C.kraft) + R(1016, 664, 548, 30, C.ink) + P(`M1400 694h140v168h-230z`, hatch2) + R(1080, 726, 0, 0, C.ink);
  const bag = (x, n) => P(`M${x} 664v-128l12-14l12 14l12-14l12 14l12-14l12 14l12-14l12 14v128z`, C.paper) + P(`M${x + 60} 536l12-14l12 14l12-14v142h-60z`, hatch2) + R(x + 16, 576, 64, 52, C.amber) + n(x + 48, 602);
  const d1 = (x, y) => S(`M${x - 10} ${y - 8}l10-8v32`, C.ink, 8), d2 = (x, y) => S(`M${x - 12} ${y - 14}h22v14h-22v16h24`, C.ink, 8), d3 = (x, y) => S(`M${x - 12} ${y - 14}h22v30h-24M${x - 8} ${y}h18`, C.ink, 8);
  o += bag(1070, d1) + bag(1196, d2) + bag(1322, d3);
  o += S('M1488 664v-70', C.ink, 14) + R(1452, 652, 76, 12, C.ink) + P(rr(1424, 476, 130, 128, 10), C.ink) + R(1438, 490, 102, 100, C.amber) + lines(1452, 508, [74, 50, 74, 38], 19, C.ink, 8);
  return svg('Backstube vor Sonnenaufgang: ein Bäcker holt Brote aus dem Ofen, auf der Theke stehen nummerierte Tüten für Vorbestellungen.', C.steel, o, { seed: 5 });
};

// 3 ------------------------------------------------------------ Metallbau
scenes.metall = () => {
  let o = '';
  // Fenster
  for (let i = 0; i < 3; i++) { const x = 90 + i * 190; o += R(x, 90, 160, 220, C.paper) + P(`M${x + 160} 90v220h-120z`, hatch2, 'opacity=".5"') + S(`M${x} 163h160M${x} 236h160M${x + 53} 90v220M${x + 106} 90v220`, C.ink, 7) + R(x - 8, 310, 176, 14, C.ink); }
  // Ständerbohrmaschine
  o += R(150, 820, 260, G - 820, C.ink) + R(308, 400, 44, 430, C.ink) + P('M140 430h220v-70h60v150h-110l-20 40h-60l-20-40h-70z', C.steel) + P('M330 360h90v150h-110l-20 40h-30z', hatch) + R(222, 550, 30, 66, C.ink) + P('M228 616h18l-9 62z', C.paper);
  o += R(150, 716, 200, 22, C.ink) + R(176, 690, 124, 26, C.oxide) + S('M150 470l-54 60', C.ink, 12) + O(92, 534, 16, C.oxide) + O(190, 466, 18, C.paper);
  // Geländer auf Böcken
  o += S('M470 862l46-150h24l46 150M880 862l46-150h24l46 150', C.ink, 16, 'stroke-linejoin="bevel"');
  o += R(450, 694, 580, 18, C.steel) + R(450, 540, 580, 16, C.steel);
  for (let k = 0; k < 9; k++) o += R(470 + k * 67, 556, 12, 138, C.steel);
  o += R(740, 540, 290, 16, hatch) + R(740, 694, 290, 18, hatch);
  // Auftragsschild am Werkstück
  o += S('M536 556v36', C.ink, 4) + P(cut(494, 590, 86, 104, 18), C.amber) + S('M508 612h22v22h-22zM546 640h20v20h-20zM508 650h22v22h-22z', C.ink, 8) + R(550, 614, 12, 12, C.ink) + R(548, 668, 8, 8, C.ink);
  // Schweisserin
  o += T(1120, G, 1.1, man({
    top: C.oxide, legs: C.ink, skin: C.skinB, hair: 'maske', hairC: C.ink, apron: C.kraft, mirror: true,
    back: arm('M-50-296L-66-226L10-212', C.oxide, C.ink, 16, -212),
    front: arm('M46-294L74-238L128-226', C.oxide, C.ink, 132, -226),
  }), true);
  o += S('M980 614l-66 66', C.ink, 14) + S('M990 616c60 60 20 150 60 196s110 30 180 40', C.ink, 7);
  let sp = ''; const r = rng(4); for (let k = 0; k < 15; k++) { const a = Math.PI * (.55 + r() * 1.0), l = 40 + r() * 96; sp += `M${906 + Math.cos(a) * 22} ${690 + Math.sin(a) * 22}L${906 + Math.cos(a) * l} ${690 - Math.sin(a) * l * .9}`; }
  o += S(sp, C.paper, 5) + O(908, 688, 18, C.paper);
  // Tafel mit Aufträgen
  o += R(1250, 130, 290, 230, C.ink) + R(1266, 146, 258, 198, C.amber) + lines(1286, 168, [110, 150, 80], 54, C.ink, 28) + lines(1416, 168, [0], 54, C.ink) + R(1450, 168, 54, 28, C.paper) + R(1450, 222, 54, 28, C.paper) + R(1450, 276, 54, 28, C.ink) + lines(1286, 322, [218], 10, C.ink, 6);
  o += S('M1395 360v60', C.ink, 10);
  // Gasflasche
  o += P('M1400 862V560c0-50 100-50 100 0v302z', C.steel) + P('M1450 522c30 0 50 14 50 38v302h-70z', hatch) + R(1436, 478, 28, 50, C.ink) + R(1416, 478, 68, 14, C.ink) + R(1400, 620, 100, 34, C.paper);
  return svg('Metallwerkstatt: eine Schweißerin arbeitet an einem Geländer, am Werkstück hängt ein gelbes Auftragsschild mit Code.', C.kraft, o, { seed: 21 });
};

// 4 ------------------------------------------------------------ Blumen
scenes.blumen = () => {
  let o = '';
  // Ladenfront
  o += R(90, 210, 960, G - 210, C.oxide) + R(130, 396, 620, 330, C.paper) + P('M750 396v330H470z', hatch2, 'opacity=".4"') + R(800, 396, 210, G - 396, C.ink) + R(824, 420, 162, 250, C.steel) + P('M986 420v250h-110z', hatchP, 'opacity=".7"') + O(838, 706, 10, C.paper);
  o += R(90, 726, 660, 30, C.ink);
  // Markise
  for (let k = 0; k < 12; k++) { const x = 70 + k * 83.4; o += P(`M${x + 12} 240h${83.4 - (k === 11 ? 24 : 0)}L${x + 83.4} 372c0 46-83.4 46-83.4 0z`, k % 2 ? C.paper : C.steel); }
  o += R(70, 366, 1001, 8, C.ink, 'opacity=".25"') + R(82, 222, 976, 22, C.ink);
  // Blumen
  const leaf = (x, y, dx, dy) => P(`M${x} ${y}q${dx * .2} ${dy} ${dx} ${dy}q${-dx * .1} ${-dy * .9} ${-dx} ${-dy}z`, C.ink);
  const tulip = (x, y, h, c) => S(`M${x} ${y}V${y - h}`, C.ink, 6) + leaf(x, y - h * .2, 26, -50) + leaf(x, y - h * .1, -26, -56) + P(`M${x - 24} ${y - h - 40}l12 14l12-22l12 22l12-14c6 46-6 58-24 58s-30-12-24-58z`, c);
  const daisy = (x, y, h, c, m = C.oxide) => { let p = ''; for (let a = 0; a < 8; a++) p += E(0, -24, 9, 20, c, `transform="rotate(${a * 45})"`); return S(`M${x} ${y}V${y - h}`, C.ink, 6) + leaf(x, y - h * .15, 28, -44) + `<g transform="translate(${x} ${y - h})">${p}${O(0, 0, 12, m)}</g>`; };
  const ball = (x, y, h, c) => S(`M${x} ${y}V${y - h}`, C.ink, 6) + leaf(x, y - h * .15, -28, -44) + O(x, y - h, 28, c) + P(`M${x} ${y - h - 28}a28 28 0 0 1 0 56a44 44 0 0 0 0-56z`, hatch2);
  const bucket = (x, y, w, h, c) => P(`M${x} ${y - h}h${w}l-14 ${h}h${-(w - 28)}z`, c) + P(`M${x + w * .6} ${y - h}h${w * .4}l-14 ${h}h${-w * .5}z`, hatch) + R(x - 5, y - h - 8, w + 10, 14, C.ink);
  o += daisy(190, 660, 150, C.steel) + daisy(250, 660, 190, C.kraft) + daisy(300, 660, 130, C.steel) + bucket(150, 726, 190, 90, C.kraft);
  o += tulip(430, 650, 110, C.oxide) + tulip(490, 650, 150, C.oxide) + tulip(550, 650, 100, C.oxide) + bucket(390, 726, 200, 90, C.steel);
  o += ball(660, 660, 90, C.kraft) + ball(704, 660, 130, C.kraft) + bucket(620, 726, 110, 76, C.ink);
  o += tulip(180, 800, 76, C.paper) + tulip(236, 800, 104, C.paper) + tulip(288, 800, 70, C.paper) + bucket(140, G, 190, 92, C.steel);
  o += daisy(440, 800, 70, C.kraft, C.ink) + daisy(500, 800, 96, C.kraft, C.ink) + daisy(556, 800, 60, C.kraft, C.ink) + bucket(400, G, 200, 92, C.paper);
  // Floristin
  o += T(1180, G, 1.12, man({
    top: C.steel, legs: C.ink, skin: C.skinB, hair: 'dutt', hairC: C.ink, apron: C.paper, skirt: C.ink,
    back: '', front: arm('M-30-296L-10-214L80-232', C.steel, C.skinB, 86, -234) + arm('M48-290L64-206L116-210', C.steel, C.skinB, 120, -210),
  }));
  // Strauß
  o += P('M1250 690l-6-130h136l-30 130z', C.kraft) + P('M1320 690l20-130h40l-30 130z', hatch2);
  o += O(1262, 548, 34, C.oxide) + O(1318, 520, 38, C.paper) + O(1370, 552, 32, C.oxide) + O(1292, 492, 26, C.steel) + O(1352, 486, 26, C.steel) + P('M1318 482a38 38 0 0 1 0 76a60 60 0 0 0 0-76z', hatch2) + P('M1370 520a32 32 0 0 1 0 64a50 50 0 0 0 0-64z', hatch2);
  o += S('M1268 640h100', C.paper, 14);
  // Kalender: der Strauß erinnert sich
  o += R(1200, 96, 300, 250, C.amber) + R(1200, 96, 300, 56, C.ink) + S('M1256 80v44M1444 80v44', C.paper, 14);
  for (let a = 0; a < 3; a++) for (let b = 0; b < 5; b++) o += R(1226 + b * 52, 176 + a * 54, 36, 36, a === 1 && b === 3 ? C.ink : C.paper);
  o += P('M1400 258l-12-12a8 8 0 0 1 12-9a8 8 0 0 1 12 9z', C.amber);
  return svg('Blumenladen mit gestreifter Markise. Eine Floristin bindet einen Strauß, darüber ein gelbes Kalenderblatt mit markiertem Geburtstag.', C.sand, o, { seed: 8 });
};

// 5 ------------------------------------------------------------ Pflege
scenes.pflege = () => {
  let o = '';
  // Häuserzeile
  const house = (x, w, h, c, roof) => R(x, G - h, w, h, c) + P(`M${x - 14} ${G - h}l${w / 2 + 14}-${roof}l${w / 2 + 14} ${roof}z`, C.ink) + P(`M${x + w * .6} ${G - h}h${w * .4}v${h}h${-w * .6}z`, hatch2, 'opacity=".45"');
  o += house(70, 220, 330, C.paper, 110) + house(330, 190, 400, C.kraft, 100) + house(1080, 440, 470, C.paper, 170);
  for (const [x, y] of [[104, 580], [196, 580], [104, 700], [196, 700]]) o += R(x, y, 60, 76, C.steel) + S(`M${x + 30} ${y}v76M${x} ${y + 36}h60`, C.paper, 5);
  for (const [x, y] of [[362, 510], [440, 510], [362, 620], [440, 620]]) o += R(x, y, 50, 70, C.oxide) + S(`M${x + 25} ${y}v70`, C.paper, 5);
  // Route
  o += S('M170 330C250 150 360 130 425 260S700 440 830 220S1180 60 1300 190', C.amber, 16, 'stroke-dasharray="34 22" stroke-linecap="butt"');
  const pin = (x, y) => P(`M${x} ${y}l-34-56a40 40 0 1 1 68 0z`, C.amber) + O(x, y - 76, 16, C.ink);
  o += pin(170, 400) + pin(425, 330) + pin(1300, 196);
  // Auto
  o += P('M340 800v-70l60-14l70-92h190l84 92l70 20v64z', C.oxide) + P('M640 624h20l84 92l70 20v64H560z', hatch) + P('M430 712l52-68h70v68zM572 644h74l56 68H572z', C.paper) + S('M562 640v150', C.ink, 5) + O(440, G - 52, 52, C.ink) + O(440, G - 52, 22, C.paper) + O(712, G - 52, 52, C.ink) + O(712, G - 52, 22, C.paper) + R(590, 732, 52, 12, C.ink) + R(480, 732, 28, 8, C.ink);
  // Pflegekraft
  o += T(920, G, 1.08, man({
    top: C.steel, legs: C.ink, skin: C.skinC, hair: 'tuch', hairC: C.paper,
    back: arm('M-54-296L-76-226L-60-172', C.steel, C.skinC, -58, -164),
    front: arm('M46-294L66-222L112-248', C.steel, C.skinC, 116, -252),
  }));
  o += P('M800 720h112v96h-112z', C.paper) + R(836, 702, 40, 8, C.ink) + S('M836 720v-18h40v18', C.ink, 8) + P('M850 800l-26-26a17 17 0 0 1 26-22a17 17 0 0 1 26 22z', C.steel) + P('M890 720h22v96h-40z', hatch2);
  o += tablet(1030, 536, 66, 92, lines(1040, 550, [46, 32, 46, 24], 20, C.ink, 8));
  // Fenster mit Seniorin
  o += R(1150, 470, 190, 210, C.steel) + R(1150, 470, 190, 210, hatchP, 'opacity=".25"');
  o += P('M1180 680c0-70 26-92 66-92s66 22 66 92z', C.oxide) + P('M1206 540c0-30 16-50 40-50s40 18 40 44l10 20l-10 4c0 22-12 34-34 34c-26 0-46-24-46-52z', C.skinA) + P('M1200 556c-8-56 18-76 48-74c28 2 40 22 36 40c-20-4-36-6-48-14c-8 18-22 24-36 48z', C.paper) + O(1198, 500, 18, C.paper) + S('M1258 540h34', C.ink, 5) + O(1270, 542, 11, 'none', `stroke="${C.ink}" stroke-width="5"`);
  o += S('M1150 470h190v210h-190z', C.ink, 14) + R(1136, 680, 218, 16, C.ink) + R(1150, 650, 190, 30, 'none');
  // Tür
  o += R(1384, 560, 108, G - 560, C.oxide) + R(1404, 584, 68, 90, C.paper) + O(1472, 726, 8, C.paper) + P(`M1492 560v302h-60z`, hatch);
  return svg('Pflegekraft mit Tablet und Tasche zwischen Auto und Hausfenster, darüber eine gelbe Tourenlinie von Haus zu Haus.', C.sand, o, { seed: 33 });
};

// 6 ------------------------------------------------------------ Dachdeckerei
scenes.dach = () => {
  let o = '';
  // Wolken
  o += P('M90 220h260a46 46 0 0 0-44-56a70 70 0 0 0-128-16a50 50 0 0 0-88 72z', C.paper) + P('M220 220h130a46 46 0 0 0-44-56c6 30-40 46-86 56z', hatch2, 'opacity=".5"');
  // Haus
  o += R(330, 640, 860, G - 640, C.paper) + P(`M1190 640v222H980z`, hatch2, 'opacity=".5"');
  for (const x of [400, 590, 1010]) o += R(x, 690, 110, 110, C.ink) + R(x + 10, 700, 90, 90, C.kraft) + P(`M${x + 100} 700v90h-60z`, hatch2) + S(`M${x + 55} 700v90`, C.ink, 8);
  o += R(800, 690, 110, G - 690, C.oxide) + O(890, 780, 8, C.paper);
  // Schornstein
  o += bricks(960, 256, 96, 8, 34, C.kraft, 48) + R(946, 236, 124, 22, C.paper);
  // Dach
  const roof = 'M260 660L760 220L1260 660z';
  o += `<clipPath id="r"><path d="${roof}"/></clipPath>` + P(roof, C.oxide);
  let t = ''; for (let y = 270; y < 680; y += 44) for (let x = 240 + ((y / 44) | 0) % 2 * 26; x < 1280; x += 52) t += `M${x} ${y}c0 34 52 34 52 0`;
  o += `<g clip-path="url(#r)">${S(t, C.ink, 6)}${P('M760 220L1260 660H980z', hatch)}${P('M470 478l170 0l-40 150h-210z', C.kraft)}${S('M420 520h210M400 560h210M390 600h210', C.ink, 7)}</g>`;
  o += S('M240 676L760 220L1280 676', C.ink, 22, 'stroke-linejoin="bevel"');
  // Leiter
  o += S('M230 862L380 500M290 862L432 520', C.ink, 12); let sp = ''; for (let k = 0; k < 7; k++) { const f = .08 + k * .125; sp += `M${230 + 150 * f} ${862 - 362 * f}L${290 + 142 * f} ${862 - 342 * f}`; } o += S(sp, C.ink, 10);
  // Dachdecker, kniend auf der Dachfläche
  o += T(520, 500, .92, P('M-66-172h122l60 92l-14 80h-56l4-56l-44-20l-30 76h-110v-46l50-10z', C.ink)
    + man({ top: C.kraft, legs: 'none', skin: C.skinA, hair: 'helm', hairC: C.paper, beard: C.ink,
      back: arm('M-54-296L-84-220L-40-176', C.kraft, C.skinA, -34, -170), front: arm('M46-294L92-250L120-176', C.kraft, C.skinA, 122, -168) }).replace('M-60-24h52v24h-52zM6-24h50c16 4 26 12 26 24H6z', 'M0 0')
    + S('M96-196l58 60', C.ink, 12) + R(136, -150, 50, 30, C.paper, 'transform="rotate(45 160 -136)"'));
  // Drohne vermisst
  o += P('M1290 236L1020 480L1190 610z', C.amber, 'opacity=".9"') + P('M1290 236L1020 480L1190 610z', hatch2, 'opacity=".35"');
  o += S('M1180 150h220', C.ink, 12) + R(1250, 150, 80, 66, C.ink) + O(1290, 200, 20, C.amber) + S('M1130 140h100M1350 140h100', C.amber, 14) + S('M1180 150v-14M1400 150v-14', C.ink, 10) + S('M1250 216l-24 34M1330 216l24 34', C.ink, 9);
  // Container
  o += P('M1330 862l-26-130h260l-26 130z', C.oxide) + P('M1480 732h84l-26 130h-100z', hatch) + R(1296, 722, 276, 18, C.ink);
  return svg('Dachdecker auf einem Ziegeldach, eine Drohne misst die Fläche mit gelbem Lichtkegel.', C.steel, o, { seed: 14 });
};

// 7 ------------------------------------------------------------ Gasthaus und Hotel
scenes.gasthaus = () => {
  let o = '';
  o += R(0, 600, 1600, G - 600, C.ink, 'opacity=".22"') + R(0, 590, 1600, 14, C.ink);
  o += lamp(520, 120) + lamp(1010, 90) + lamp(1380, 150);
  // Schlüsselbrett
  o += R(90, 70, 320, 276, C.kraft) + S('M90 70h320v276H90z', C.ink, 12) + P('M410 70v276H270z', hatch2);
  for (let a = 0; a < 3; a++) for (let b = 0; b < 4; b++) { const x = 130 + b * 80, y = 106 + a * 84; o += O(x, y, 7, C.ink); if ((a * 4 + b) % 5 !== 2) o += S(`M${x} ${y}v20`, C.ink, 4) + P(`M${x - 14} ${y + 20}h28v34l-14 12l-14-12z`, (a + b) % 3 ? C.oxide : C.paper); }
  // Empfang
  o += R(70, 620, 440, G - 620, C.kraft) + P(`M510 620v242H330z`, hatch2) + R(46, 592, 490, 30, C.ink) + S('M110 670h100v130H110zM250 670h100v130H250zM390 670h90v130h-90z', C.ink, 5, 'opacity=".5"');
  o += P('M90 592c0-50 84-50 84 0z', C.paper) + R(126, 540, 12, 16, C.ink) + R(82, 584, 100, 8, C.ink);
  // ein Kalender fuer Tisch und Zimmer
  o += R(330, 578, 96, 14, C.ink) + S('M378 580v-34', C.ink, 16) + P(rr(262, 376, 232, 176, 12), C.ink) + R(280, 394, 196, 140, C.amber);
  for (let a = 0; a < 3; a++) for (let b = 0; b < 5; b++) o += R(292 + b * 36, 408 + a * 40, 26, 28, [1, 3, 7, 8, 9, 13].includes(a * 5 + b) ? C.ink : C.paper);
  // Kellner
  o += T(760, G, 1.12, man({
    top: C.paper, legs: C.ink, skin: C.skinB, hair: 'kurz', hairC: C.ink, vest: C.ink, beard: C.ink,
    back: arm('M-52-296L-84-230L-40-200', C.paper, C.skinB, -34, -198),
    front: arm('M46-296L96-270L120-330', C.paper, C.skinB, 122, -338),
  }) + P('M-46-178h96l4 100h-108z', C.paper));
  o += R(806, 462, 200, 14, C.ink) + P('M826 462c0-100 160-100 160 0z', C.steel) + P('M906 386c50 0 80 30 80 76h-60c10-30 0-60-20-76z', hatch) + O(906, 380, 12, C.ink);
  // Tisch
  o += P('M1070 640h400l40 130h-480z', C.paper) + P('M1330 640h140l40 130h-130z', hatch2) + R(1120, 770, 18, G - 770, C.ink) + R(1400, 770, 18, G - 770, C.ink);
  o += S('M1010 862V640M1010 740h70M1076 740v122', C.ink, 16) + R(996, 560, 28, 180, C.kraft) + S('M1540 862V640M1540 740h-60M1486 740v122', C.ink, 16) + R(1526, 560, 28, 180, C.kraft);
  o += P('M1150 640v-30c0-20 40-20 40 0v30z', C.steel) + R(1166, 560, 8, 40, C.paper) + E(1170, 548, 7, 14, C.paper) + E(1290, 634, 66, 12, C.kraft) + E(1290, 628, 40, 7, C.oxide) + P('M1390 640l-6-20h20l-6 20zM1372 560h44l-6 44c-4 16-28 16-32 0z', C.kraft) + R(1391, 604, 6, 34, C.kraft) + R(1376, 634, 36, 6, C.kraft);
  return svg('Gaststube mit Empfang und gedecktem Tisch. Auf dem Tresen steht ein gelber Bildschirm mit einem Kalender für Tische und Zimmer.', C.oxide, o, { seed: 17 });
};

// 8 ------------------------------------------------------------ Logistik
scenes.logistik = () => {
  let o = '';
  // Halle mit Tor
  o += R(60, 190, 560, G - 190, C.paper) + R(60, 190, 560, 40, C.oxide) + R(130, 330, 420, G - 330, C.ink);
  o += S('M130 352h420M130 376h420M130 400h420', C.paper, 4, 'opacity=".5"') + P(`M620 230v632H550V330h-40z`, hatch2, 'opacity=".6"');
  o += R(160, 258, 260, 34, C.steel);
  o += pallet(170, G, 250) + crate(186, 720, 104, 108) + crate(296, 744, 104, 84, C.oxide) + crate(230, 620, 120, 100, C.paper);
  // LKW
  o += R(700, 330, 560, 430, C.steel) + P('M1260 330v430H1010z', hatch) + R(700, 330, 560, 22, C.ink) + R(740, 410, 240, 30, C.paper) + R(740, 460, 160, 16, C.paper) + S('M860 540v160M980 540v160M1100 540v160', C.ink, 4, 'opacity=".35"');
  o += P('M1274 430h150l96 150v180h-246z', C.oxide) + P('M1424 430l96 150v180h-110z', hatch) + P('M1314 462h94l66 108h-160z', C.paper) + S('M1300 620h60', C.ink, 10);
  o += R(690, 756, 850, 34, C.ink) + O(810, G - 58, 58, C.ink) + O(810, G - 58, 26, C.paper) + O(950, G - 58, 58, C.ink) + O(950, G - 58, 26, C.paper) + O(1420, G - 58, 58, C.ink) + O(1420, G - 58, 26, C.paper) + R(1526, 720, 20, 60, C.paper);
  // Fahrer mit Scanner
  o += T(520, G, 1.06, man({
    top: C.oxide, legs: C.steel, skin: C.skinC, hair: 'kappe', hairC: C.steel, vest: C.kraft, mirror: true,
    back: arm('M-52-296L-80-226L-30-188', C.oxide, C.skinC, -24, -184),
    front: arm('M46-294L84-236L116-250', C.oxide, C.skinC, 118, -252),
  }), true);
  o += P('M372 602l-128 44v66z', C.amber) + R(360, 566, 38, 62, C.paper) + R(367, 574, 24, 26, C.amber);
  // Nachweis
  o += P(cut(1010, 88, 330, 170, 28), C.amber) + check(1046, 176, 82, C.ink, 18) + lines(1160, 130, [110, 140, 90], 34, C.ink, 14);
  o += S('M1140 258l-20 60', C.ink, 6, 'stroke-dasharray="12 10"');
  return svg('Spedition: ein Fahrer scannt Pakete am Hallentor, am Lastwagen leuchtet ein gelber Zustellnachweis auf.', C.sand, o, { seed: 29 });
};

// 9 ------------------------------------------------------------ Tischlerei
scenes.tischlerei = () => {
  let o = '';
  // Werkzeugwand
  o += R(80, 110, 620, 330, C.kraft) + P('M700 110v330H520z', hatch2, 'opacity=".5"');
  let d = ''; for (let y = 140; y < 430; y += 36) for (let x = 110; x < 690; x += 36) d += O(x, y, 4, C.ink, 'opacity=".55"'); o += d;
  o += P('M140 190h180l26 40l-6 12H166l-26-20z', C.paper) + P('M320 190l26 40l-6 12h-60z', hatch2) + P('M330 196c34-16 56 10 44 40l-30-8z', C.oxide); // Säge
  o += R(434, 170, 20, 190, C.oxide) + R(404, 160, 80, 44, C.ink) + R(540, 180, 14, 120, C.paper) + R(534, 296, 26, 90, C.oxide) + R(596, 180, 14, 120, C.paper) + R(590, 296, 26, 90, C.steel);
  o += S('M170 290h120v90', C.ink, 16) + S('M186 306v60', C.paper, 4);
  // Hobelbank
  o += R(110, 660, 640, 44, C.oxide) + P('M750 660v44H560z', hatch) + R(160, 704, 44, G - 704, C.kraft) + R(650, 704, 44, G - 704, C.kraft) + R(204, 780, 446, 26, C.kraft) + R(660, 704, 34, 158, hatch2) + R(90, 668, 24, 60, C.ink) + S('M70 740h70', C.ink, 10);
  o += R(180, 632, 400, 28, C.kraft) + R(420, 632, 160, 28, hatch2);
  o += P('M300 632v-34h130l40 14v20z', C.ink) + P('M328 598c-4-40 30-44 34-6z', C.oxide) + O(440, 590, 14, C.oxide) + S('M300 616c-30-20-50-10-46 14M290 600c-40-26-70-8-62 20', C.paper, 6);
  // Tischler
  o += T(620, G - 2, 1.08, man({
    top: C.paper, legs: C.steel, skin: C.skinA, hair: 'glatze', hairC: C.kraft, apron: C.ink, beard: C.kraft, mirror: true,
    back: arm('M-50-296L-60-214L40-222', C.paper, C.skinA, 46, -224),
    front: arm('M46-292L90-226L162-232', C.paper, C.skinA, 168, -234),
  }), true);
  // Küche als Plan: gelbe Zeichnung
  o += R(880, 150, 620, 470, C.ink) + R(904, 174, 572, 422, C.amber) + S('M1190 596v150', C.ink, 26) + R(1060, 740, 260, 20, C.ink);
  o += S('M950 540h480M950 430h480v110H950zM1070 430v110M1190 430v110M1310 430v110M950 430l40-40h480M950 220h240v120H950zM1070 220v120M1270 220h160v60h-160zM1290 280l-20 70h160l-20-70', C.ink, 7, 'stroke-linejoin="bevel"') + R(1250, 410, 120, 14, C.ink) + S('M950 570h480M950 560v20M1430 560v20', C.ink, 4);
  // Stuhl
  o += S('M1400 862V700h130v162M1530 700V560M1400 700h130', C.oxide, 20, 'stroke-linejoin="bevel"') + R(1388, 690, 152, 22, C.oxide) + R(1500, 690, 40, 22, hatch) + S('M1530 590h-20M1530 640h-20', C.oxide, 14);
  o += R(960, 790, 300, 24, C.kraft) + R(940, 814, 340, 24, C.kraft) + R(960, 838, 300, 24, C.kraft) + S('M940 814h340M960 838h300', C.ink, 3) + P('M1180 790h80v24h20v24h-20v24h-120z', hatch2);
  return svg('Tischler an der Hobelbank, neben ihm ein großer gelber Bildschirm mit der Zeichnung einer Küche.', C.sand, o, { seed: 41 });
};

// 10 ----------------------------------------------------------- Radwerkstatt
scenes.rad = () => {
  let o = '';
  o += R(90, 120, 420, 250, C.paper) + P('M510 120v250H330z', hatch2, 'opacity=".4"') + S('M90 120h420v250H90zM300 120v250', C.ink, 12);
  // Reifen an der Wand
  for (const [x, r] of [[1150, 84], [1390, 104]]) o += O(x, 220, r, 'none', `stroke="${C.ink}" stroke-width="22"`) + R(x - 7, 90 - (r - 84), 14, 40, C.paper);
  // Rad im Montageständer
  const wheel = (x, y, r) => { let s = ''; for (let a = 0; a < 12; a++) s += `M${x} ${y}L${x + Math.cos(a * Math.PI / 6) * r} ${y + Math.sin(a * Math.PI / 6) * r}`; return S(s, C.paper, 3.5) + O(x, y, r, 'none', `stroke="${C.ink}" stroke-width="20"`) + O(x, y, 16, C.ink); };
  o += S('M690 862V480', C.ink, 18) + S('M610 862h160', C.ink, 18) + S('M690 500h-70', C.ink, 16);
  o += wheel(420, 640, 138) + wheel(860, 640, 138);
  o += S('M420 640L540 440H780L640 640H420M540 440L640 640M780 440L860 640', C.oxide, 20, 'stroke-linejoin="round"') + S('M780 440l-14-60h-56', C.ink, 16, 'stroke-linejoin="round"') + S('M540 440l-14-46', C.ink, 14) + P('M470 380h112c0 22-20 26-60 26s-52-8-52-26z', C.ink) + O(640, 640, 34, C.ink) + O(640, 640, 15, C.paper) + S('M640 640l44 54h30', C.ink, 12);
  // Azubi 1
  o += T(1050, G, 1.06, man({ top: C.sand, legs: C.steel, skin: C.skinC, hair: 'locken', hairC: C.ink, apron: C.ink, mirror: true,
    back: arm('M-50-296L-66-222L20-240', C.sand, C.skinC, 26, -242), front: arm('M46-294L80-236L134-220', C.sand, C.skinC, 138, -220) }), true);
  o += S('M904 628l-50 18', C.paper, 12);
  // Azubi 2 filmt
  o += T(1396, G, 1.06, man({ top: C.steel, legs: C.ink, skin: C.skinA, hair: 'lang', hairC: C.oxide, mirror: true,
    back: arm('M-50-296L-74-222L-50-160', C.steel, C.skinA, -48, -152), front: arm('M46-296L96-262L124-320', C.steel, C.skinA, 126, -328) }), true);
  o += T(1262, 494, 1, P(rr(-60, -36, 120, 72, 8), C.ink) + R(-48, -26, 96, 52, C.amber) + P('M-14-14l30 14l-30 14z', C.ink));
  // Herz / Bewerbungen
  o += P(cut(590, 120, 250, 150, 26), C.amber) + O(640, 178, 24, C.ink) + P('M604 244c0-40 72-40 72 0z', C.ink) + O(722, 178, 24, C.ink) + P('M686 244c0-40 72-40 72 0z', C.ink) + S('M800 166v48M776 190h48', C.ink, 12);
  // Werkzeugkasten
  o += R(130, 776, 220, G - 776, C.oxide) + P(`M350 776v86H240z`, hatch) + R(130, 800, 220, 8, C.ink) + S('M190 776v-26h100v26', C.ink, 12);
  return svg('Fahrradwerkstatt: ein Auszubildender schraubt am Rad, eine Kollegin filmt mit dem Telefon. Daneben ein gelbes Schild mit zwei Personen und einem Plus.', C.kraft, o, { seed: 52 });
};

// Kennenlernen: zwei Menschen und ein Gastgeber auf gelb markiertem, neutralem Boden
scenes.treffen = () => {
  let o = '';
  o += R(150, G - 14, 1300, 14, C.amber) + S(`M190 ${G - 14}l-24 14M290 ${G - 14}l-24 14`, C.ink, 0);
  let st = ''; for (let x = 150; x < 1450; x += 48) st += `M${x} ${G}l14-14h24l-14 14z`; o += P(st, C.ink);
  const B = G - 14;
  // Tisch
  o += R(690, B - 250, 220, 0, C.ink) + P(`M560 ${B - 262}h480v28H560z`, C.oxide) + P(`M860 ${B - 262}h180v28H860z`, hatch) + R(786, B - 234, 28, 214, C.ink) + P(`M690 ${B}c0-24 60-30 110-30s110 6 110 30z`, C.ink);
  o += P(`M640 ${B - 262}v-34h44v34z`, C.paper) + S(`M684 ${B - 288}h14v16h-14`, C.ink, 6) + P(`M916 ${B - 262}v-34h44v34z`, C.paper) + S(`M916 ${B - 288}h-14v16h14`, C.ink, 6) + P(`M744 ${B - 262}l14-20h104l-10 20z`, C.paper) + S(`M772 ${B - 272}h60`, C.ink, 4);
  // links: Unternehmerin, rechts: Anbieter
  o += T(450, B, 1.12, man({ top: C.oxide, legs: C.ink, skin: C.skinB, hair: 'dutt', hairC: C.ink, apron: C.kraft,
    back: arm('M-52-296L-80-226L-46-178', C.oxide, C.skinB, -40, -172), front: arm('M46-294L86-232L142-262', C.oxide, C.skinB, 146, -264) }).replace('undefined', ''));
  o += T(1150, B, 1.12, man({ top: C.steel, legs: C.ink, skin: C.skinA, hair: 'kurz', hairC: C.kraft, mirror: true, beard: C.kraft,
    back: arm('M-52-296L-80-226L-46-178', C.steel, C.skinA, -40, -172), front: arm('M46-294L86-232L142-250', C.steel, C.skinA, 146, -250) }), true);
  // Gastgeber hinter dem Tisch
  o = T(800, B - 30, 1.02, man({ top: C.kraft, legs: C.ink, skin: C.skinC, hair: 'glatze', hairC: C.ink, back: arm('M-52-296L-96-246L-150-262', C.kraft, C.skinC, -156, -262), front: arm('M52-296L96-246L150-262', C.kraft, C.skinC, 156, -262) })) + o;
  return svg('Zwei Menschen stehen an einem Tisch, dahinter ein Gastgeber. Der Boden ist gelb markiert.', C.sand, o, { seed: 61, bare: true });
};

// 11 ----------------------------------------------------------- Nähschule
scenes.naehschule = () => {
  let o = '';
  // Regal: Garnrollen und Stoffballen
  const spool = (x, y, c) => P(`M${x} ${y}l10-60h20l10 60z`, c) + R(x - 4, y - 6, 48, 6, C.ink) + R(x + 8, y - 68, 24, 8, C.ink) + P(`M${x + 22} ${y - 60}h8l10 54h-18z`, hatch2);
  o += R(80, 90, 560, 16, C.ink) + R(80, 214, 560, 16, C.ink) + R(80, 354, 560, 16, C.ink) + R(80, 90, 14, 280, C.ink) + R(626, 90, 14, 280, C.ink);
  const cols = [C.paper, C.steel, C.kraft, C.sand, C.paper, C.kraft, C.steel, C.sand, C.paper];
  cols.forEach((c, i) => { if (i !== 6) o += spool(112 + i * 57, 214, c); });
  const bolt = (x, y, w, c, k) => R(x, y, w, 34, c) + P(`M${x + w * .62} ${y}h${w * .38}v34h${-w * .38 - 24}z`, hatch2) + O(x + 17, y + 17, 17, c) + O(x + 17, y + 17, 9, 'none', `stroke="${k}" stroke-width="4"`);
  o += bolt(112, 320, 230, C.steel, C.paper) + bolt(366, 320, 240, C.sand, C.ink) + bolt(140, 286, 200, C.kraft, C.ink) + bolt(390, 286, 190, C.paper, C.ink) + bolt(170, 252, 150, C.sand, C.ink);
  // Schneiderpuppe mit angefangener Jacke
  o += S('M210 862V700', C.ink, 16) + S('M140 862l70-44l70 44', C.ink, 14, 'stroke-linejoin="bevel"');
  o += R(190, 424, 40, 34, C.kraft) + O(210, 420, 20, C.ink) + P('M130 500c0-30 30-42 62-48h36c32 6 62 18 62 48l-16 92l26 118c-40 18-140 18-180 0l26-118z', C.paper);
  o += P('M228 452c32 6 62 18 62 48l-16 92l26 118c-24 10-60 14-92 14z', hatch2) + S('M210 470V720', C.ink, 5, 'stroke-dasharray="16 12"') + S('M192 452l18 54l18-54', C.ink, 7) + S('M146 592q64 18 128 0', C.ink, 5, 'stroke-dasharray="16 12"');
  o += P('M112 512l30-24l20 60l-12 84l-44-4z', C.kraft) + S('M116 596l38 4', C.ink, 5, 'stroke-dasharray="10 8"');
  // Tisch
  o += lamp(800, 84);
  o += R(340, 650, 680, 26, C.ink) + R(372, 676, 30, G - 676, C.kraft) + R(958, 676, 30, G - 676, C.kraft) + R(402, 740, 556, 20, C.kraft) + R(968, 676, 20, G - 676, hatch2) + R(820, 740, 138, 20, hatch2);
  // Nähmaschine
  o += R(400, 626, 330, 24, C.paper) + P('M652 626V520h-150v46h-18v34h-34v-34h-18v-60c0-30 22-50 52-50h188c40 0 64 24 64 60v110z', C.steel) + P('M690 626V460c28 8 46 26 46 56v110z', hatch);
  o += R(742, 486, 22, 80, C.ink) + R(736, 506, 10, 40, C.ink) + R(458, 600, 8, 30, C.paper) + R(446, 618, 40, 8, C.ink) + O(640, 496, 15, C.paper) + R(548, 432, 12, 26, C.ink) + P('M536 436l4-40h28l4 40z', C.kraft) + S('M554 396C500 380 470 400 466 470V600', C.paper, 3.5);
  // Stoff läuft über die Tischkante
  o += P('M356 650V628c40-14 80-12 126-4v26z', C.sand) + P('M356 640h-30c-14 60 14 120-8 180l60-10c12-60-10-110 2-160z', C.sand) + P('M352 650c4 50 10 100-2 166l28-6c12-60-10-110 2-160z', hatch2) + S('M336 660c-8 50 14 100-4 146', C.ink, 4, 'stroke-dasharray="12 10"');
  // Lehrerin spricht zum Telefon auf dem Stativ
  o += T(846, G, 1.1, man({
    top: C.kraft, legs: C.ink, skin: C.skinB, hair: 'locken', hairC: C.ink, skirt: C.steel,
    back: arm('M-52-296L-94-232L-136-206', C.kraft, C.skinB, -142, -204),
    front: arm('M46-294L86-236L128-276', C.kraft, C.skinB, 132, -282),
  }) + S('M-52-206L-44-312c10 30 66 30 76 0l12 136', C.paper, 12, 'stroke-linejoin="round"') + S('M-52-206L-44-312c10 30 66 30 76 0l12 136', C.ink, 12, 'stroke-dasharray="3 15" stroke-linejoin="round"'));
  // Stoffstück mit Reißverschluss in der Hand
  o += P('M966 540h104l-8 150h-96z', C.paper) + P('M1028 540h42l-8 150h-54z', hatch2) + S('M1000 546v136', C.ink, 12, 'stroke-dasharray="5 5"') + R(991, 604, 18, 26, C.ink) + O(990, 552, 23, C.skinB);
  // Stativ mit Telefon
  o += S('M1230 862l44-220l44 220M1274 642V862', C.ink, 12, 'stroke-linejoin="bevel"') + R(1264, 560, 20, 96, C.ink);
  o += P(rr(1188, 462, 172, 104, 12), C.ink) + R(1202, 474, 144, 80, C.amber) + O(1254, 500, 15, C.ink) + P('M1230 554c0-46 48-46 48 0z', C.ink) + R(1302, 488, 30, 8, C.ink) + R(1302, 504, 20, 8, C.ink);
  // leere Hocker
  const stool = (x) => R(x, 742, 112, 20, C.kraft) + R(x + 70, 742, 42, 20, hatch2) + S(`M${x + 20} 862l10-100M${x + 92} 862l-10-100M${x + 24} 818h64`, C.ink, 11);
  o += stool(1336) + stool(1460);
  // der Kurs: Film, der früh stehen bleibt
  o += P(cut(1040, 96, 470, 250, 36), C.amber) + O(1275, 192, 62, C.ink) + P('M1254 158l62 34l-62 34z', C.amber) + R(1080, 290, 390, 22, C.paper) + R(1080, 290, 74, 22, C.ink) + R(1148, 280, 14, 42, C.ink);
  return svg('Nähschule: eine Lehrerin zeigt einem Telefon auf dem Stativ einen Reißverschluss, die Hocker sind leer. Auf einer gelben Tafel steht der Film nach dem ersten Stück still.', C.oxide, o, { seed: 73 });
};

// 12 ----------------------------------------------------------- Hausverwaltung, Heizungskeller
scenes.keller = () => {
  let o = '';
  const flange = (x, y, c = C.ink) => R(x - 8, y - 28, 16, 56, c), flangeH = (x, y, c = C.ink) => R(x - 28, y - 8, 56, 16, c);
  // Leitungen unter der Decke
  o += R(0, 84, 1600, 36, C.paper) + R(860, 84, 740, 36, hatch2) + R(0, 170, 670, 30, C.kraft) + R(520, 170, 150, 30, hatch2);
  for (const x of [90, 420, 800, 1240]) o += R(x, 0, 10, 84, C.ink) + R(x - 16, 78, 42, 48, C.ink);
  // Kessel
  o += R(90, 470, 290, G - 470, C.oxide) + P('M380 470v392H210z', hatch) + R(74, 452, 322, 22, C.ink) + R(130, 520, 130, 84, C.ink) + O(170, 562, 24, C.paper) + S('M170 562l12-14', C.ink, 6) + R(210, 546, 34, 10, C.paper) + R(210, 568, 24, 10, C.paper) + R(130, 690, 150, 110, C.ink) + R(146, 706, 118, 78, C.oxide) + R(146, 706, 118, 20, hatch) + R(272, 734, 26, 12, C.paper);
  o += R(146, 200, 30, 254, C.kraft) + R(164, 200, 12, 254, hatch2) + R(290, 120, 36, 334, C.paper) + R(310, 120, 16, 334, hatch2) + flangeH(161, 420) + flangeH(308, 420);
  // Steigleitungen mit Hähnen
  o += R(480, 120, 36, G - 120, C.paper) + R(500, 120, 16, G - 120, hatch2) + flangeH(498, 250) + flangeH(498, 820);
  o += R(626, 200, 44, G - 200, C.kraft) + R(650, 200, 20, G - 200, hatch2) + flangeH(648, 820) + flangeH(648, 330);
  const wheel = (x, y, r, c) => O(x, y, r, 'none', `stroke="${c}" stroke-width="14"`) + S(`M${x - r} ${y}h${2 * r}M${x} ${y - r}v${2 * r}`, c, 9) + O(x, y, 13, C.ink);
  // Hahn am dünnen Strang
  o += R(468, 464, 60, 92, C.sand) + R(502, 464, 26, 92, hatch2) + flangeH(498, 460) + flangeH(498, 560) + wheel(498, 510, 38, C.oxide);
  // Haupthahn
  o += R(606, 538, 84, 140, C.sand) + R(654, 538, 36, 140, hatch2) + R(606, 530, 84, 16, C.ink) + R(606, 670, 84, 16, C.ink) + wheel(648, 608, 66, C.oxide);
  // Wasserzähler
  o += R(598, 716, 100, 66, C.ink) + O(648, 749, 40, C.paper) + O(648, 749, 40, 'none', `stroke="${C.ink}" stroke-width="9"`) + R(626, 734, 44, 13, C.ink) + S('M648 760l10 10', C.oxide, 5);
  // gelbe Schilder, überall dieselben
  const tag = (x, y, w, h, inner) => P(cut(x, y, w, h, 18), C.amber) + inner;
  o += S('M626 338l-24 20', C.ink, 5) + tag(530, 350, 82, 66, lines(544, 366, [26], 20, C.ink, 26) + lines(578, 368, [18, 18], 16, C.ink, 7) + lines(544, 400, [50], 10, C.ink, 6));
  o += S('M612 384L712 296', C.ink, 6, 'stroke-dasharray="12 10"') + tag(704, 214, 132, 104, lines(724, 238, [46], 20, C.ink, 46) + lines(784, 242, [30, 30, 22], 20, C.ink, 9) + lines(724, 296, [90], 10, C.ink, 8));
  o += S('M308 348l16 16', C.ink, 5) + tag(318, 356, 82, 66, lines(332, 372, [26], 20, C.ink, 26) + lines(366, 374, [18, 18], 16, C.ink, 7) + lines(332, 406, [50], 10, C.ink, 6));
  o += S('M500 632l10 14', C.ink, 5) + tag(508, 640, 82, 66, lines(522, 656, [26], 20, C.ink, 26) + lines(556, 658, [18, 18], 16, C.ink, 7) + lines(522, 690, [50], 10, C.ink, 6));
  // Kellerfenster
  o += R(1250, 190, 230, 130, C.paper) + P('M1480 190v130H1334z', hatch2, 'opacity=".6"') + S('M1250 190h230v130h-230zM1326 190v130M1403 190v130', C.ink, 12);
  // Treppe
  o += P(`M1230 ${G}v-62h74v-62h74v-62h74v-62h74v-62h74V${G}z`, C.sand) + P(`M1378 ${G}v-186h74v-62h74v-62h74V${G}z`, hatch2, 'opacity=".55"') + S('M1230 800h74M1304 738h74M1378 676h74M1452 614h74M1526 552h74', C.ink, 8) + S('M1268 800V600L1600 322', C.ink, 12, 'stroke-linejoin="bevel"') + S('M1416 676V476M1564 552V352', C.ink, 9);
  o += lamp(985, 132);
  // Hausmeister am Haupthahn
  o += T(856, G, 1.08, man({
    top: C.sand, legs: C.ink, skin: C.skinA, hair: 'kappe', hairC: C.oxide, vest: C.kraft, beard: C.paper, mirror: true,
    back: arm('M-52-296L-82-226L-54-168', C.sand, C.skinA, -50, -160),
    front: arm('M46-292L92-240L140-240', C.sand, C.skinA, 146, -240),
  }), true);
  o += S('M884 672v22', C.ink, 6) + O(884, 708, 17, 'none', `stroke="${C.paper}" stroke-width="6"`) + S('M876 722l-8 34M886 724l4 38', C.paper, 8);
  // Kollegin hält es fest
  o += T(1108, G, 1.06, man({
    top: C.oxide, legs: C.ink, skin: C.skinC, hair: 'dutt', hairC: C.ink, mirror: true,
    back: arm('M-50-296L-76-224L-40-178', C.oxide, C.skinC, -34, -172),
    front: arm('M46-294L84-246L112-304', C.oxide, C.skinC, 114, -312),
  }), true);
  o += phone(982, 520, 1.3);
  return svg('Heizungskeller: ein Hausmeister zeigt auf den Haupthahn, eine Kollegin fotografiert. An den Leitungen hängen gelbe Schilder.', C.steel, o, { seed: 87 });
};
