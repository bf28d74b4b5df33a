// From the kiosk to the visitor's own telephone: gets the short code of a selection and shows it,
// without an entry in the history. Where no code is to be had, the link leads to the page that needs
// none, and a form says so. The shortlist lives in this visit's storage, which the wipe empties.
(() => {
  'use strict';
  const d = document, list = '/merkzettel';
  let asking = false;
  const kept = () => (sessionStorage.getItem(list) ?? '').split(' ').filter(Boolean);

  const take = async (url, selection, otherwise) => {
    if (asking) return;
    asking = true;
    d.body.toggleAttribute('data-busy', true);
    try {
      const answer = await fetch(url, {
        method: 'POST',
        body: new URLSearchParams({ auswahl: selection }),
        signal: AbortSignal.timeout(4000),
      });
      if (!answer.ok || !answer.redirected) throw answer.status;
      location.replace(answer.url);
    } catch {
      asking = false;
      d.body.toggleAttribute('data-busy', false);
      otherwise();
    }
  };

  // These listeners come before those of kiosk.js, which lets no form be sent.
  const on = (type, act) => addEventListener(type, act, true);
  on('click', (event) => {
    const link = event.target.closest?.('a[data-take], a[data-add]');
    // The second half of a double tap that opened this page is for kiosk.js to stop.
    if (!link || (event.pointerType === 'touch' && event.timeStamp < 300)) return;
    const { dataset } = link;
    if (dataset.add) {
      const ids = [...new Set([...kept(), dataset.add])];
      link.search = new URLSearchParams(ids.map((id) => ['g', id]));
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    take(dataset.at, dataset.take, () => {
      delete dataset.take;
      link.click();
    });
  });
  on('submit', (event) => {
    const form = event.target;
    if (!('handOver' in form.dataset)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const status = form.querySelector('[role=status]');
    status.textContent = '';
    take(form.action, new FormData(form).get('auswahl'), () => {
      status.textContent = status.dataset.failed;
    });
  });

  if (location.pathname.endsWith(list))
    sessionStorage.setItem(list, new URLSearchParams(location.search).getAll('g').join(' '));
})();
