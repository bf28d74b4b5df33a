// Macht Bilder aus Punkten, mit Chromium: die Vorschau für geteilte Links und die „Fotos“ der Beispiele.
// Aufruf: node docs/drawing/raster.mjs vorschau ZIEL.png
//         node docs/drawing/raster.mjs foto BILD.svg ZIEL.jpg      (1600 breit, höchstens 250 kB)
// CHROMIUM nennt den Browser, wenn er nicht „chromium“ heißt.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const data = (path, mime) => `data:${mime};base64,${readFileSync(path).toString('base64')}`;
const browser = (...args) => execFileSync(process.env.CHROMIUM ?? 'chromium',
  ['--headless=new', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', ...args],
  { maxBuffer: 64 << 20, stdio: ['ignore', 'pipe', 'ignore'] }).toString();
function withPage(html, then) {
  const folder = mkdtempSync(join(tmpdir(), 'raster-'));
  try {
    writeFileSync(join(folder, 'page.html'), html);
    then(`file://${folder}/page.html`, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// 1200 x 630: die zwei Fragen, die freie Zeichnung auf der Bankkante, das Zeichen.
function preview(target) {
  const font = data(join(root, 'public/fonts/archivo-latin.woff2'), 'font/woff2');
  const scene = data(join(root, 'public/illu/baustoffhaendler-chat-free.svg'), 'image/svg+xml');
  const mark = data(join(root, 'public/mark.svg'), 'image/svg+xml');
  withPage(`<!doctype html><meta charset="utf-8"><style>
    @font-face { font-family: A; font-weight: 400 800; font-stretch: 75% 100%; src: url(${font}) }
    body { margin: 0; inline-size: 1200px; block-size: 630px; overflow: hidden; position: relative; background: #FDFAF3; color: #22262A; font: 780 84px/.98 A; font-stretch: 78% }
    h1 { font: inherit; margin: 0; position: absolute; inset: 56px auto auto 64px; z-index: 1; inline-size: 640px }
    h1 span { display: block } h1 span + span { margin-block-start: 14px }
    .scene { position: absolute; inset: auto 34px 96px auto; inline-size: 672px }
    .edge { position: absolute; inset: auto 0 0; block-size: 96px; background: repeating-linear-gradient(90deg, #FDFAF3 0 2px, #0000 2px 100px) 9px 0 / 100% 20px no-repeat, repeating-linear-gradient(90deg, #FDFAF3 0 2px, #0000 2px 20px) 9px 0 / 100% 10px no-repeat, #22262A; color: #FDFAF3; font-size: 40px; line-height: 1; display: flex; align-items: center; gap: 20px; padding: 20px 64px 0; box-sizing: border-box }
    .edge img { inline-size: 52px }
  </style><h1><span>Was kostet es?</span><span>Was bringt es?</span></h1><img class="scene" src="${scene}" alt="">
  <div class="edge"><img src="${mark}" alt="">Digitale Werkbank</div>`, (page, folder) => {
    browser('--window-size=1200,630', `--screenshot=${join(folder, 'shot.png')}`, '--virtual-time-budget=3000', page);
    writeFileSync(target, fewColours(join(folder, 'shot.png')));
  });
}

// Flächen brauchen keine Millionen Farben: ein PNG mit den 48 häufigsten ist halb so groß und sieht gleich aus.
function fewColours(shot) {
  let out;
  withPage(`<!doctype html><meta charset="utf-8"><body><script>
    const img = new Image();
    img.onload = () => {
      const canvas = document.createElement('canvas');
      canvas.width = img.width; canvas.height = img.height;
      const g = canvas.getContext('2d'); g.drawImage(img, 0, 0);
      const p = g.getImageData(0, 0, img.width, img.height).data, count = new Map();
      for (let i = 0; i < p.length; i += 4) { const k = p[i] << 16 | p[i + 1] << 8 | p[i + 2]; count.set(k, (count.get(k) || 0) + 1); }
      const far = (a, b) => Math.abs((a >> 16) - (b >> 16)) + Math.abs((a >> 8 & 255) - (b >> 8 & 255)) + Math.abs((a & 255) - (b & 255));
      const palette = [];
      for (const [k] of [...count].sort((a, b) => b[1] - a[1])) if (palette.length < 48 && palette.every(c => far(c, k) > 18)) palette.push(k);
      const nearest = new Map([...count.keys()].map(k => [k, palette.reduce((best, c, i) => far(c, k) < far(palette[best], k) ? i : best, 0)]));
      let index = '';
      for (let i = 0; i < p.length; i += 4) index += String.fromCharCode(nearest.get(p[i] << 16 | p[i + 1] << 8 | p[i + 2]));
      document.body.textContent = 'PNG' + JSON.stringify([img.width, img.height, palette, btoa(index)]) + 'GNP';
    };
    img.src = ${JSON.stringify(data(shot, 'image/png'))};
  </script>`, (page) => {
    const [width, height, palette, index] = JSON.parse(/PNG(\[.*\])GNP/.exec(browser('--dump-dom', '--virtual-time-budget=20000', page).split('<body>').pop())[1]);
    const points = Buffer.from(index, 'base64'), rows = Buffer.alloc((width + 1) * height);
    for (let y = 0; y < height; y++) points.copy(rows, y * (width + 1) + 1, y * width, (y + 1) * width);
    const chunk = (name, body) => {
      const head = Buffer.alloc(4), tail = Buffer.alloc(4), all = Buffer.concat([Buffer.from(name, 'latin1'), body]);
      head.writeUInt32BE(body.length); tail.writeUInt32BE(crc32(all));
      return Buffer.concat([head, all, tail]);
    };
    const head = Buffer.alloc(13);
    head.writeUInt32BE(width); head.writeUInt32BE(height, 4); head.set([8, 3, 0, 0, 0], 8);
    out = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head),
      chunk('PLTE', Buffer.from(palette.flatMap(c => [c >> 16, c >> 8 & 255, c & 255]))),
      chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
  });
  return out;
}

// Die Prüfsumme von PNG; die von node:zlib gibt es erst ab Node 22.
function crc32(bytes) {
  let crc = -1;
  for (const byte of bytes) { crc ^= byte; for (let k = 0; k < 8; k++) crc = crc >>> 1 ^ (crc & 1 ? 0xEDB88320 : 0); }
  return (crc ^ -1) >>> 0;
}

// Eine Zeichnung so, als hätte sie jemand fotografiert: JPEG, so gut, wie 250 kB erlauben.
function photo(source, target) {
  withPage(`<!doctype html><meta charset="utf-8"><body><script>
    const img = new Image();
    img.onload = () => {
      const canvas = document.createElement('canvas');
      canvas.width = 1600; canvas.height = Math.round(1600 * img.height / img.width);
      canvas.getContext('2d').drawImage(img, 0, 0, canvas.width, canvas.height);
      let quality = .92, url;
      do { url = canvas.toDataURL('image/jpeg', quality); quality -= .03; } while (url.length * .75 > 250e3);
      document.body.textContent = url;
    };
    img.src = ${JSON.stringify(data(source, 'image/svg+xml'))};
  </script>`, (page) => {
    const found = /data:image\/jpeg;base64,([^<]+)/.exec(browser('--dump-dom', '--virtual-time-budget=20000', page).split('<body>').pop().split('<script')[0] || '');
    if (!found) throw new Error(`Chromium hat ${source} nicht gezeichnet`);
    writeFileSync(target, Buffer.from(found[1], 'base64'));
  });
}

const [what, ...paths] = process.argv.slice(2);
if (what === 'vorschau' && paths.length === 1) preview(...paths);
else if (what === 'foto' && paths.length === 2) photo(...paths);
else { console.error('Aufruf: node docs/drawing/raster.mjs vorschau ZIEL.png | foto BILD.svg ZIEL.jpg'); process.exit(2); }
