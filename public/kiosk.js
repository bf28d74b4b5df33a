// The kiosk's own behaviour: no way out, no history, nothing kept. It needs neither WASM nor any
// other script, so whatever breaks in a page, the next visitor finds a clean screen.
(() => {
  'use strict';
  const d = document, root = d.documentElement, $ = (id) => d.getElementById(id);
  const home = '/kiosk', main = $('content'), dialog = $('idle'), offline = $('offline');
  const slides = [...d.querySelectorAll('.attract-slide')];
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const on = (type, act, target = window) =>
    target?.addEventListener(type, act, { capture: true, passive: false });
  const stop = (event) => event.preventDefault();

  // Helps the visitor switched on (text size, contrast, lower). They live as long as the visit.
  const helps = { textSize: 'large', contrast: 'more', lower: 'on' };
  const apply = () => {
    for (const name in helps) {
      const yes = sessionStorage.getItem(name);
      if (yes) root.dataset[name] = helps[name];
      else delete root.dataset[name];
      d.querySelector(`[data-help=${name}]`)?.setAttribute('aria-pressed', !!yes);
    }
  };
  apply();
  if ($('helps')) $('helps').hidden = false;

  // The worker that keeps the exhibition. It answers for every page, so nothing needs to be asked
  // first; without it (an old browser, the first minute) the kiosk works as well while there is a
  // network. It hears from us every few seconds, and says what it knows: whether there is a network,
  // how old the exhibition is, what the server knows about this device (event `kiosk-device`).
  const worker = navigator.serviceWorker;
  const script = { scope: home, type: 'module' };
  on('load', () => worker?.register(`${home}/sw.js`, script).catch(() => {}));
  worker?.addEventListener('message', ({ data }) => {
    if (data.device) dispatchEvent(new CustomEvent('kiosk-device', { detail: data.device }));
    if (data.reload) slides.length ? go(home, true) : location.replace(location.pathname + location.search);
    if (!('offline' in data)) return;
    root.toggleAttribute('data-offline', data.offline);
    const age = $('copy-age');
    if (!age) return;
    age.hidden = !data.offline || !data.current;
    age.querySelector('b').textContent = new Date(data.current).toLocaleString(root.lang.slice(0, 2), {
      dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Berlin',
    });
  });
  worker?.startMessages();
  let touched = null;
  const tell = () => worker?.controller?.postMessage({
    quiet: touched === null ? null : Math.round((performance.now() - touched) / 1000),
  });
  worker?.addEventListener('controllerchange', tell);
  tell();

  // Moving on: replace, so that there is no history.
  let turn = 0, busy = false, retry;
  const reachable = (url) =>
    fetch(url, { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(5000) })
      .then((answer) => answer.status < 500, () => false);
  // While the network is slow a bar at the top moves (style: body[data-busy]).
  const waiting = (yes = false) => { busy = d.body.toggleAttribute('data-busy', yes); };
  const go = async (url, quiet) => {
    const mine = ++turn;
    waiting(true);
    clearTimeout(retry);
    const there = worker?.controller || (await reachable(url));
    if (mine !== turn) return;
    if (there) {
      location.replace(url);
      retry = setTimeout(waiting, 10000);
      return;
    }
    waiting();
    if (quiet) return;
    if (offline.hidden) {
      offline.hidden = false;
      main.hidden = true;
      offline.focus();
    }
    retry = setTimeout(() => go(url), 3000);
  };
  const back = () => {
    turn++;
    waiting();
    clearTimeout(retry);
    if (!main.childElementCount) return go(home);
    offline.hidden = true;
    main.hidden = false;
  };

  // The end of a visit. The screen is empty before the network is asked for anything. The
  // exhibition and what is counted stay; the worker removes other caches as well, in its own time.
  const wipe = () => {
    main.replaceChildren();
    try { sessionStorage.clear(); localStorage.clear(); } catch { /* storage is off: nothing kept */ }
    window.name = '';
    apply();
    dialog?.close();
    dispatchEvent(new Event('kiosk-wipe'));
    quiet = 0;
    go(home);
  };

  // Idle: a minute, longer where there is more to read (150 words a minute), never during a video.
  const words = main.innerText.split(/\s+/).length;
  const limit = Math.max(60, Math.round(words * 0.4));
  d.body.dataset.idle = limit;
  let quiet = 0, left = 0, shown = 0;
  const gauge = $('idle-gauge'), figure = $('idle-left');
  const count = () => {
    gauge.value = left;
    figure.textContent = `${left} ${left === 1 ? figure.dataset.one : figure.dataset.many}`;
  };
  const stay = () => {
    quiet = 0;
    dialog.close();
  };
  const rotate = (step = 1) => {
    shown = 0;
    const at = slides.findIndex((slide) => !slide.hidden);
    slides[at].hidden = true;
    const next = (at + step) % slides.length;
    slides[next].hidden = false;
    // After each round the page comes fresh from the server, if it is there.
    if (!next) go(home, true);
  };
  const paused = (yes) => $('pause').setAttribute('aria-pressed', yes);
  let ticks = 0;
  setInterval(() => {
    if (++ticks % 5 === 0) tell();
    if (dialog?.open) {
      left--;
      return left > 0 ? count() : wipe();
    }
    const plays = [...d.querySelectorAll('video')].some((video) => !video.paused && !video.ended);
    const occupied = plays || d.querySelector('[data-speaking], #cleaning[open]');
    if (occupied) quiet = 0;
    quiet++;
    if (slides.length) {
      const still = $('pause').getAttribute('aria-pressed') === 'true';
      if (!still && !occupied && !('night' in d.body.dataset) && ++shown >= 8) rotate();
      if (quiet >= limit) {
        quiet = 0;
        sessionStorage.clear();
        apply();
        paused(calm);
        if (root.lang !== 'de' || !offline.hidden) go(home, true);
      }
    } else if (quiet >= limit) {
      left = gauge.max;
      count();
      dialog.showModal();
    }
  }, 1000);
  for (const type of ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove', 'scroll'])
    on(type, () => {
      quiet = 0;
      touched = performance.now();
    });
  on('cancel', stay, dialog);
  on('kiosk-done', wipe);

  // Attract screen: turned by hand or not at all.
  if (slides.length > 1) {
    $('pause').hidden = $('next-story').hidden = false;
    paused(calm);
  }

  // Large buttons beside what scrolls.
  const scrollers = $('scrollers');
  const room = () => {
    const rest = main.scrollHeight - main.clientHeight;
    scrollers.hidden = rest < 2;
    const [up, down] = scrollers.children;
    up.disabled = main.scrollTop < 2;
    down.disabled = main.scrollTop > rest - 2;
  };
  if (scrollers) {
    new ResizeObserver(room).observe(main);
    on('scroll', room);
    room();
  }

  // A touch is seen in the very next frame, whatever comes of it.
  const release = () => d.querySelectorAll('[data-pressed]').forEach((one) => delete one.dataset.pressed);
  on('pointerdown', ({ target }) => {
    release();
    const hit = target.closest('a[href], button, summary, label');
    if (hit) hit.dataset.pressed = '';
  });
  for (const type of ['pointercancel', 'scroll']) on(type, release);
  on('pointerup', () => setTimeout(() => busy || release(), 150));

  // Whoever touches faster than pages pass into each other breaks that off, which is no fault.
  for (const type of ['pageswap', 'pagereveal'])
    on(type, ({ viewTransition: pass }) => {
      for (const end of pass ? [pass.ready, pass.finished, pass.updateCallbackDone] : []) end.catch(() => {});
    });

  // What the worker shows in place of a page that cannot be fetched tries for that page again.
  if (d.querySelector('[data-retry]') && !location.pathname.endsWith('/ohne-netz')) {
    const again = async () => {
      if (!busy && (await reachable(location.href)) && !busy) location.replace(location.href);
    };
    setInterval(again, 3000);
  }

  // Every touch. A link inside the kiosk replaces the page, any other link does nothing.
  on('click', (event) => {
    // The second half of a double tap that opened this page.
    if (event.pointerType === 'touch' && event.timeStamp < 300) return stop(event);
    const hit = event.target.closest('a[href], area[href], button');
    if (!hit) return event.target === dialog && stay();
    if (hit.matches('button')) {
      const { id, dataset } = hit;
      if ('wipe' in dataset) wipe();
      else if (id === 'stay') stay();
      else if (id === 'offline-back') back();
      else if (id === 'pause') paused(hit.getAttribute('aria-pressed') !== 'true');
      else if (id === 'next-story') rotate();
      else if (dataset.help) {
        const name = dataset.help;
        if (name in root.dataset) sessionStorage.removeItem(name);
        else sessionStorage.setItem(name, '1');
        apply();
      } else if (hit.parentElement === scrollers) {
        const top = hit.value * main.clientHeight * 0.8;
        main.scrollBy({ top, behavior: calm ? 'auto' : 'smooth' });
      }
      return;
    }
    stop(event);
    const url = new URL(hit.href);
    if (url.origin !== location.origin || !/^\/kiosk(\/|$)/.test(url.pathname)) return;
    if ('wipe' in hit.dataset) return wipe();
    if (busy) return;
    if (url.hash && url.pathname + url.search === location.pathname + location.search)
      return location.replace(url);
    go(url.href);
  });
  on('submit', (event) => {
    stop(event);
    const form = event.target;
    if (form.method === 'get' && !busy)
      go(`${form.action.split('?')[0]}?${new URLSearchParams(new FormData(form, event.submitter))}`);
  });

  // No way out and no way back.
  for (const type of ['contextmenu', 'dragstart', 'dragover', 'drop', 'auxclick', 'gesturestart'])
    on(type, stop);
  on('wheel', (event) => event.ctrlKey && stop(event));
  on('touchmove', (event) => event.touches.length > 1 && event.cancelable && stop(event));
  on('keydown', (event) => {
    const { key, ctrlKey, altKey, metaKey } = event;
    const writes = ctrlKey && altKey; // AltGr: @ and € on a German keyboard
    if (/^F\d+$|^Browser|^ContextMenu$/.test(key) || ((ctrlKey || altKey || metaKey) && !writes))
      stop(event);
  });
  window.print = () => {};
  on('pageshow', (event) => event.persisted && location.replace(home));
})();
