// Makes the outline of a bank card larger and smaller until a real one fits. Without this script the
// diagonal is typed.
(() => {
  'use strict';
  const d = document, $ = (id) => d.getElementById(id), form = $('measure');
  if (!form) return;

  // ISO/IEC 7810 ID-1, and the bounds of what the server takes.
  const CARD_MM = 85.6, MM_PER_INCH = 25.4, LEAST = 400, MOST = 20000;
  const { width, height } = screen, card = $('card'), diagonal = $('diagonal');
  const pixels = Math.hypot(width, height);
  const of = (inches) => (pixels / (inches * MM_PER_INCH)) * 1000;
  let scale;

  const set = (wanted) => {
    const [least, most] = [Math.max(LEAST, Math.ceil(of(120))), Math.min(MOST, Math.floor(of(7)))];
    scale = Math.min(Math.max(Math.round(wanted), least), most);
    card.style.setProperty('--mm', `${scale / 1000}px`);
    const inches = (pixels / scale) * 1000 / MM_PER_INCH;
    const shown = inches.toLocaleString(d.documentElement.lang, { maximumFractionDigits: 1 });
    diagonal.textContent = diagonal.dataset.before + shown + diagonal.dataset.after;
    for (const key of d.querySelectorAll('[data-inches]')) {
      key.setAttribute('aria-pressed', Math.abs(key.dataset.inches - inches) < 0.15);
    }
  };
  // One step is one pixel of the card's width.
  const step = (n) => set(scale + (n * 1000) / CARD_MM);

  set(parseFloat(getComputedStyle(card).getPropertyValue('--mm')) * 1000 || 3780);
  for (const id of ['card', 'controls']) $(id).hidden = false;
  $('typed').hidden = $('typed').disabled = true;

  let holding;
  const release = () => clearInterval(holding);
  for (const button of d.querySelectorAll('[data-step]')) {
    const one = () => step(+button.dataset.step);
    button.addEventListener('click', one);
    button.addEventListener('pointerdown', () => {
      release();
      holding = setTimeout(() => { holding = setInterval(one, 40); }, 400);
    });
    for (const type of ['pointerup', 'pointerleave', 'pointercancel'])
      button.addEventListener(type, release);
  }
  for (const key of d.querySelectorAll('[data-inches]'))
    key.addEventListener('click', () => set(of(+key.dataset.inches)));
  d.addEventListener('keydown', ({ key }) => {
    if (key === '+' || key === '=') step(1);
    else if (key === '-') step(-1);
  });

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const values = { mass: scale, breite: width, hoehe: height };
    for (const name in values) {
      $(name).disabled = false;
      $(name).value = values[name];
    }
    $('lost').hidden = true;
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        body: new URLSearchParams(new FormData(form)),
        signal: AbortSignal.timeout(10000),
      });
      if (!answer.ok) throw answer;
      location.replace(answer.url);
    } catch {
      $('lost').hidden = false;
    }
  });
})();
