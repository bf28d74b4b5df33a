// Reading a list that can be narrowed down: what it shows on all its pages, the options of its filters
// with the numbers beside them, and the ways on where nothing is left.

/** The lists: where, what one entry is, and whether a facet takes several options at once. */
export const LISTS = [
  { path: '/geschichten', entry: '.shelf > ul > li', several: true },
  { path: '/anbieter', entry: '.hook-grid > li', several: false },
  { path: '/foerderung', entry: '.shelf > ul > li', several: true },
  { path: '/trends', entry: '.entries > li', several: false, showsAll: true },
  { path: '/suche', words: 'kasse', entry: '.hit-group > ul > li', several: true },
  { path: '/suche', words: 'betrieb', entry: '.hit-group > ul > li', several: true },
  { path: '/en/geschichten', entry: '.shelf > ul > li', several: true },
  { path: '/kiosk/foerderung', entry: '.shelf > ul > li', several: true },
];

/** The address of a list with these choices, `[name, value]` each. */
export function address({ path, words }, choices = []) {
  const query = new URLSearchParams([...(words ? [['q', words]] : []), ...choices]).toString();
  return query ? `${path}?${query}` : path;
}

/**
 * Runs in a page of the site: reads the list at `at`. `listed` names its entries in order, on further
 * pages, too; `figure` is the number it gives; `options` are those offered; `ways` where it leads on.
 */
export async function readList({ at, entry }) {
  const fetched = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.status} ${address}`);
    return new DOMParser().parseFromString(await answer.text(), 'text/html');
  };
  const page = await fetched(at);
  const number = (text) => Number(text.match(/\((\d+)\)\s*$/)?.[1] ?? text.match(/^\s*(\d+)/)?.[1]);
  const named = (row) => row.querySelector('h2 a, h3 a')?.getAttribute('href') ?? row.textContent.slice(0, 60);
  const rows = async (part) => {
    const listed = [...part.querySelectorAll(entry)].map(named);
    const next = part.querySelector('.pager a[rel=next]');
    return next ? [...listed, ...await rows(await fetched(next.getAttribute('href')))] : listed;
  };
  // The search shows the first few of each kind, and a link to all of them.
  const groups = entry.startsWith('.hit-group') ? [...page.querySelectorAll('.hit-group')] : [page];
  const listed = [];
  for (const group of groups) {
    const all = group.querySelector(':scope > p > a.arrow-link');
    const box = document.createElement('div');
    box.append((group.documentElement ?? group).cloneNode(true));
    listed.push(...await rows(all ? await fetched(all.getAttribute('href')) : box));
  }
  const options = [
    ...[...page.querySelectorAll('.filters input[type=checkbox]')].map((box) => ({
      name: box.name, value: box.value, chosen: box.hasAttribute('checked'), n: number(box.closest('label').querySelector('.muted').textContent),
    })),
    ...[...page.querySelectorAll('.wall-filters option[value]:not([value=""])')].map((option) => ({
      name: option.closest('select').name, value: option.value, chosen: option.hasAttribute('selected'), n: number(option.textContent),
    })),
    ...[...page.querySelectorAll('nav[aria-labelledby^="by-"] a')].flatMap((link) => {
      const name = link.closest('nav').getAttribute('aria-labelledby').slice(3);
      const value = new URL(link.getAttribute('href'), location.href).searchParams.get(name);
      return value ? [{ name, value, chosen: link.hasAttribute('aria-current'), n: number(link.textContent) }] : [];
    }),
  ];
  const ways = [...page.querySelectorAll('.empty-state li a, .empty-state p > a.button, .chips a')].map((link) => ({
    href: link.getAttribute('href'), n: link.closest('.chips') || link.matches('.button') ? null : Number(link.textContent.match(/\d+(?=\D*$)/)?.[0]),
  }));
  const figure = Number((page.querySelector('.hits') ?? page.querySelector('.hits-row'))?.textContent.match(/\d+/)?.[0]);
  return { listed, figure, options, ways };
}
