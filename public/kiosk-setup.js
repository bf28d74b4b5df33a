// Pages on which a kiosk is set up do without kiosk.js: nobody visits them, and they may stand for as
// long as they are needed. As everywhere at the kiosk there is no way out, and no history.
(() => {
  'use strict';
  addEventListener('contextmenu', (event) => event.preventDefault());
  addEventListener('click', (event) => {
    const link = event.target.closest('a[href]');
    if (!link) return;
    event.preventDefault();
    location.replace(link.href);
  });
})();
