// JavaScript off, on every page of the route table: there is a page to read, every control that is
// shown does something, every form leads to a row of the table, every anchor is there, and nothing
// promises what only a script could do.

import { assert } from './lib.mjs';
import { DESK, routes, sample, visit, withTour } from './tour.mjs';

export default ({ chrome, check }) => withTour(chrome, (tour) =>
  check('without JavaScript every page can be read and every control does something', async () => {
    const rows = routes().map(({ method, path }) => ({ method, path: pattern(path) }));
    const known = ({ method, path }) => rows.some((row) => row.method === method && row.path.test(path));
    const sums = { buttons: 0, fields: 0, forms: 0, links: 0 };
    const count = await visit(tour, { viewport: DESK, javaScriptEnabled: false }, sample(tour.pages), async (tab, page) => {
      const { faults, forms, links, buttons, fields } = await tab.evaluate(inspect);
      const lost = [
        ...forms.filter((form) => !known(form)).map(({ method, path }) => `has a form to ${method} ${path}, which nobody answers`),
        // Of a page that is missing the other languages are, too.
        ...(page.status ? [] : links).filter((path) => path.startsWith('/') && !/^\/(assets|media|pkg)\//.test(path) && !known({ method: 'GET', path }))
          .map((path) => `links to ${path}, which nobody answers`),
      ];
      sums.buttons += buttons;
      sums.fields += fields;
      sums.forms += forms.length;
      sums.links += links.length;
      return faults.concat(lost);
    });
    for (const [what, sum] of Object.entries(sums)) assert(sum > 20, `only ${sum} ${what}`);
    return `${count}, ${Object.entries(sums).map(([what, sum]) => `${sum} ${what}`).join(', ')}`;
  }));

/** Which addresses a row of the table answers. */
const pattern = (path) => new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{.*?\}/g, '[^/]+')}/?$`);

/** Runs in the page: what is dead, and where its forms and links lead. */
function inspect() {
  const faults = [];
  const shown = (node) => node.checkVisibility({ visibilityProperty: true });
  const name = (node) => node.outerHTML.replace(/\s+/g, ' ').slice(0, 100);
  // What is folded can be unfolded without a script.
  for (const fold of document.querySelectorAll('details')) fold.open = true;
  const main = [...document.querySelectorAll('main')].filter(shown);
  if (main.length !== 1) faults.push(`shows ${main.length} main parts`);
  const headings = main[0] ? [...main[0].querySelectorAll('h1')].filter(shown) : [];
  if (headings.length !== 1 || !headings[0].textContent.trim()) faults.push(`has ${headings.length} headings of the first level`);

  const buttons = [...document.querySelectorAll('button, input:is([type=button], [type=submit], [type=image], [type=reset])')].filter(shown);
  for (const button of buttons) {
    if (button.type !== 'submit' && button.type !== 'image') faults.push(`${name(button)} does nothing`);
    else if (!button.form) faults.push(`${name(button)} sends nothing`);
  }
  const fields = [...document.querySelectorAll('input:not([type=hidden]), select, textarea')].filter(shown);
  for (const field of fields.filter((one) => !buttons.includes(one))) {
    // What can only be read is there to be copied.
    if (field.readOnly) continue;
    const sends = field.form && [...field.form.elements].some((one) => (one.type === 'submit' || one.type === 'image') && shown(one));
    if (!sends) faults.push(`${name(field)} cannot be sent`);
    else if (!field.name && !field.disabled) faults.push(`${name(field)} has no name and is not sent`);
  }
  const lone = 'a:not([href]), a[href="#"], a[href^="javascript:"], [onclick], [role=button]:not(summary), [role=tab], [role=switch], '
    + '[role=slider], [role=combobox], [role=listbox], [role=menu], [aria-expanded], [aria-pressed], [aria-haspopup], [contenteditable]';
  for (const node of document.querySelectorAll(lone)) if (shown(node)) faults.push(`${name(node)} promises what needs a script`);
  for (const node of document.querySelectorAll('summary')) {
    if (shown(node) && !node.parentElement.matches('details')) faults.push(`${name(node)} unfolds nothing`);
  }

  const forms = [...document.forms].filter((form) => [...form.elements].some(shown)).flatMap((form) => {
    const sent = [...form.elements].filter((one) => one.type === 'submit');
    if (!sent.length) faults.push(`${name(form)} cannot be sent`);
    // A button may send the form elsewhere.
    return (sent.length ? sent : [form]).map((by) => {
      const to = new URL(by.getAttribute('formaction') ?? form.getAttribute('action') ?? location.pathname, location.href);
      if (to.origin !== location.origin) faults.push(`${name(form)} is sent to ${to.origin}`);
      return { method: (by.getAttribute('formmethod') ?? form.method).toUpperCase(), path: to.pathname };
    });
  });
  const links = [];
  for (const link of document.querySelectorAll('a[href]')) {
    const to = new URL(link.href);
    if (to.origin !== location.origin || !/^https?:/.test(to.protocol)) continue;
    if (to.pathname !== location.pathname) links.push(to.pathname);
    else if (to.hash && !document.getElementById(decodeURIComponent(to.hash.slice(1)))) faults.push(`${name(link)} leads to nothing on the page`);
  }
  return { faults, forms, links, buttons: buttons.length, fields: fields.length };
}
