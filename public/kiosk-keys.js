// Writing at the kiosk: the keyboard on the screen that the page carries, and sending a form without
// leaving a trace in the history. Without this script a real keyboard and the plain form remain.
(() => {
  'use strict';
  const d = document, $ = (id) => d.getElementById(id);
  const board = $('keyboard'), main = $('content');
  if (!board) return;

  const WRITES = 'input:is([type=text], [type=email], [type=tel], [type=search], :not([type])), textarea';
  // Letters with the signs other languages put on them, for names such as Çelik or André.
  const ACCENTS = ['aáàâãåą', 'cçćč', 'dđ', 'eéèêëęě', 'gğ', 'iíìîïı', 'lł', 'nñńň', 'oóòôõøő', 'rř', 'sşšś', 'uúùûůű', 'yýÿ', 'zžźż'];
  let field = null;

  // E-mail fields keep their caret to themselves: here they are text, the server checks them anyway.
  const prepare = () => {
    for (const one of main.querySelectorAll(WRITES)) {
      if (one.type === 'email') one.type = 'text';
      one.inputMode = 'none';
      one.autocomplete = 'off';
      one.spellcheck = false;
      one.setAttribute('autocorrect', 'off');
      one.setAttribute('autocapitalize', 'off');
    }
  };

  const keys = [...board.querySelectorAll('button')];
  const key = (act) => keys.find((one) => one.dataset.act === act);
  const shifted = () => key('shift').getAttribute('aria-pressed') === 'true';
  const shift = (yes) => {
    key('shift').setAttribute('aria-pressed', yes);
    for (const one of keys) {
      const { key: plain, shifted: big, name, shiftedName } = one.dataset;
      if (!big) continue;
      one.textContent = yes ? big : plain;
      one.setAttribute('aria-label', yes ? shiftedName : name);
    }
  };

  // The field with its label, help and message stays in sight above the keys.
  const show = () => {
    const box = field.closest('.field') ?? field;
    const fits = box.offsetHeight <= main.clientHeight;
    (fits ? box : field).scrollIntoView({ block: 'center' });
  };
  const open = (one) => {
    field = one;
    const many = one.matches('textarea');
    key('line').hidden = !many;
    keys.find((other) => other.dataset.key === '.de').hidden = many;
    if (board.hidden) {
      board.hidden = false;
      d.body.dataset.keys = '';
    }
    const begins = !one.value && !one.matches('#email, [inputmode=email]') && one.name !== 'email';
    shift(begins);
    requestAnimationFrame(show);
  };
  const close = () => {
    board.hidden = true;
    delete d.body.dataset.keys;
    field = null;
  };

  const write = (text, from = field.selectionStart, to = field.selectionEnd) => {
    const room = field.maxLength < 0 ? Infinity : field.maxLength - field.value.length + (to - from);
    if (text.length > room) return;
    const ask = new InputEvent('beforeinput', { bubbles: true, cancelable: true, inputType: 'insertText', data: text });
    if (!field.dispatchEvent(ask)) return;
    field.setRangeText(text, from, to, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: text ? 'insertText' : 'deleteContentBackward', data: text || null }));
  };
  // How long the character before or after a place is: most are one unit, some are several.
  const step = (text, back) => {
    const parts = [...new Intl.Segmenter('de').segment(text)];
    return parts.at(back ? -1 : 0)?.segment.length ?? 0;
  };
  const move = (to) => field.setSelectionRange(to, to);
  const acts = {
    shift: () => shift(!shifted()),
    backspace: () => {
      const { selectionStart: from, selectionEnd: to, value } = field;
      if (from !== to) write('', from, to);
      else if (from) write('', from - step(value.slice(0, from), true), from);
    },
    left: () => move(field.selectionStart - step(field.value.slice(0, field.selectionStart), true)),
    right: () => move(field.selectionEnd + step(field.value.slice(field.selectionEnd), false)),
    accent: () => {
      const at = field.selectionStart;
      const last = field.value.slice(Math.max(0, at - 1), at);
      const row = ACCENTS.find((one) => one.includes(last.toLowerCase()));
      if (!last || !row) return;
      const small = last.toLowerCase();
      const next = row[(row.indexOf(small) + 1) % row.length];
      write(last === small ? next : next.toUpperCase(), at - 1, at);
    },
    line: () => write('\n'),
    next: () => {
      const all = [...main.querySelectorAll('input:not([type=hidden]), textarea, select')].filter((one) => one.checkVisibility());
      const after = all[all.indexOf(field) + 1];
      if (!after) return acts.done();
      after.focus();
    },
    done: () => {
      const one = field;
      close();
      one?.blur();
    },
  };

  // A touch on a key never takes the caret out of the field.
  board.addEventListener('pointerdown', (event) => event.preventDefault());
  board.addEventListener('mousedown', (event) => event.preventDefault());
  board.addEventListener('click', (event) => {
    const hit = event.target.closest('button');
    if (!hit || !field) return;
    const { act, key: plain, shifted: big } = hit.dataset;
    if (act) return acts[act]();
    write(shifted() && big ? big : plain);
    if (shifted()) shift(false);
  });
  d.addEventListener('focusin', ({ target }) => {
    if (target.matches(WRITES)) open(target);
    else if (!board.contains(target) && target !== d.body) close();
  });
  // A touch beside the fields puts the keys away.
  d.addEventListener('pointerdown', ({ target }) => {
    if (field && !board.contains(target) && !target.closest('label, input, textarea')) acts.done();
  });
  d.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && field) acts.done();
  });

  // Staff opened this for some minutes. What was begun may be finished a little later, then
  // everything is cleared; the device's own clock plays no part.
  let begun = false, over;
  const arm = () => {
    const note = $('assisted');
    if (!note) return;
    clearTimeout(over);
    const left = Number(note.dataset.left), grace = Number(note.dataset.grace);
    const clear = () => dispatchEvent(new Event('kiosk-done'));
    over = setTimeout(() => {
      if (!begun) return clear();
      over = setTimeout(clear, grace * 1000);
    }, left * 1000);
  };
  addEventListener('input', () => { begun = true; });

  // Sending: a form that posts would lengthen the history. What comes back takes the place of the
  // page, and an answer elsewhere replaces it.
  let sending = false;
  const take = (html) => {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const next = page.getElementById('content');
    if (!next) return location.replace('/kiosk');
    // It gets the focus here; the browser would complain that it came too late.
    next.querySelector('[autofocus]')?.removeAttribute('autofocus');
    begun = true;
    d.title = page.title;
    main.className = next.className;
    main.replaceChildren(...next.childNodes);
    main.scrollTop = 0;
    main.dispatchEvent(new Event('scroll'));
    prepare();
    arm();
    const first = $('error-summary') ?? main;
    first.focus({ preventScroll: true });
  };
  addEventListener('submit', async (event) => {
    const form = event.target;
    if (form.method !== 'post') return;
    event.preventDefault();
    if (sending) return;
    sending = true;
    close();
    d.body.toggleAttribute('data-busy', true);
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        body: new URLSearchParams(new FormData(form, event.submitter)),
        signal: AbortSignal.timeout(20000),
      });
      const [here, there] = [form.action, answer.url].map((url) => new URL(url).pathname);
      if (answer.redirected && here !== there) location.replace(answer.url);
      else if (answer.status < 500) take(await answer.text());
      else throw new Error(answer.status);
    } catch {
      const note = $('not-sent');
      if (note) {
        note.hidden = false;
        note.focus();
      }
    } finally {
      sending = false;
      d.body.toggleAttribute('data-busy', false);
    }
  });
  prepare();
  arm();
})();
