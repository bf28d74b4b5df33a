// Shows a pairing code, replaces it in time, and notices when somebody has typed it at the desk.
// Without this script the page's own buttons do each of these steps.
(() => {
  'use strict';
  const d = document, main = d.getElementById('content'), form = d.getElementById('pair');
  if (!form) return;

  const region = main.querySelector('.setup-code');
  const post = { method: 'POST', body: new URLSearchParams() };
  const ask = (url, how) =>
    fetch(url, { ...how, cache: 'no-store', signal: AbortSignal.timeout(10000) })
      .then((answer) => (answer.ok ? answer : Promise.reject(answer)));
  const lost = (yes) => { region.querySelector('.setup-lost').hidden = !yes; };

  const show = async () => {
    try {
      const html = await (await ask(form.action, post)).text();
      const next = new DOMParser().parseFromString(html, 'text/html').querySelector('.setup-code');
      // No code: the kiosk is paired by now.
      if (!next) return location.replace(form.action);
      region.replaceChildren(...next.childNodes);
      setTimeout(show, next.dataset.seconds * 1000);
    } catch {
      lost(true);
      setTimeout(show, 3000);
    }
  };

  const look = async () => {
    try {
      const { paired } = await (await ask('/kiosk/geraet/stand')).json();
      lost(false);
      if (paired) return location.replace(form.action.replace(/koppeln$/, 'einmessen'));
    } catch {
      lost(true);
    }
    setTimeout(look, 3000);
  };

  form.addEventListener('submit', (event) => event.preventDefault());
  for (const step of form.querySelectorAll('[data-unscripted]')) step.hidden = true;
  show().then(look);
})();
