// What the room asks of the screen: whether it is open now, the night while it is closed, a minute
// without touches while somebody wipes the glass, and the way to a form that staff opened.
(() => {
  'use strict';
  const d = document, $ = (id) => d.getElementById(id);
  const on = (type, act, target = window) => target?.addEventListener(type, act, { capture: true, passive: false });

  // Cleaning: asked for by the desk, or by holding the upper left corner for five seconds.
  const CORNER = 120, HOLD = 5000;
  const cleaning = $('cleaning'), left = $('cleaning-left');
  let holding, until = 0, asked = false;
  const clean = () => {
    if (!cleaning) return;
    until = Number(left.dataset.seconds);
    if (cleaning.open) return;
    left.textContent = until;
    $('idle')?.close();
    cleaning.showModal();
  };
  on('pointerdown', ({ clientX, clientY }) => {
    clearTimeout(holding);
    if (clientX < CORNER && clientY < CORNER) holding = setTimeout(clean, HOLD);
  });
  for (const type of ['pointerup', 'pointercancel']) on(type, () => clearTimeout(holding));
  on('pointermove', ({ clientX, clientY }) => {
    if (clientX >= CORNER || clientY >= CORNER) clearTimeout(holding);
  });
  for (const type of ['pointerdown', 'pointerup', 'click', 'keydown', 'touchstart', 'cancel'])
    on(type, (event) => {
      if (!cleaning?.open) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    });
  // What the desk wants comes back with every sign of life: it begins, goes on and ends with it.
  on('kiosk-device', ({ detail }) => {
    if (detail?.cleaning) {
      asked = true;
      clean();
    } else if (asked) {
      asked = false;
      until = 0;
    }
  });

  // The night: the page carries the hours of the coming weeks.
  const list = $('openings'), night = $('night'), main = $('content');
  const CALM = 60, WRONG = 10 * 60000;
  let offset = 0, quiet = 0;
  const now = () => Date.now() + offset;
  const state = () => {
    const at = now(), from = Number(list.dataset.from);
    if (at < from - 86400000 || at > from + list.dataset.days * 86400000) return null;
    const spans = [...list.children].map(({ dataset }) => dataset);
    const open = spans.find((one) => one.from <= at && at < one.to);
    if (open) return { open: true, words: open.open };
    const next = spans.find((one) => at < one.from);
    return next ? { open: false, words: next.closed } : null;
  };
  const tell = () => {
    const found = state();
    for (const place of found ? d.querySelectorAll('[data-now]') : [])
      if (place.textContent !== found.words) place.textContent = found.words;
    return found;
  };
  const sleep = (yes) => {
    if (night.hidden !== yes) return;
    night.hidden = !yes;
    d.body.toggleAttribute('data-night', yes);
    for (const one of main.children) if (one !== night) one.inert = yes;
  };
  if (list && night) {
    // The server's clock is right. Without an answer the device's own has to do.
    fetch(location.pathname, { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(5000) })
      .then(({ headers }) => {
        const server = Date.parse(headers.get('date'));
        if (Math.abs(server - Date.now()) > WRONG) offset = server - Date.now();
      })
      .catch(() => {})
      .finally(tell);
    // A touch wakes and does nothing else: nobody lands in a story they did not see.
    for (const type of ['click', 'keydown']) {
      on(type, (event) => {
        quiet = 0;
        if (night.hidden) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        sleep(false);
      });
    }
  }
  // Staff may open this device so that somebody writes here: only the server knows.
  const way = $('assisted-way');
  const ask = () => fetch(way.href, { method: 'HEAD', redirect: 'manual', cache: 'no-store', signal: AbortSignal.timeout(4000) })
    .then(({ ok }) => { way.hidden = !ok; })
    .catch(() => { way.hidden = true; });
  if (way) {
    ask();
    setInterval(ask, 5000);
  }

  setInterval(() => {
    if (cleaning?.open) {
      until -= 1;
      left.textContent = Math.max(0, until);
      if (until <= 0) {
        cleaning.close();
        dispatchEvent(new Event('kiosk-done'));
      }
      return;
    }
    if (!list || !night) return;
    quiet += 1;
    const found = tell();
    if (found?.open) sleep(false);
    else if (found && quiet >= CALM && !('speaking' in d.body.dataset)) sleep(true);
  }, 1000);
})();
