// Walking through a page with the Tab key. The functions below run in the page.

import { settled } from './lib.mjs';

/** More stops than a film or a date has parts. */
const TRAPPED = 25;

/**
 * Presses Tab from the top until the focus leaves the page: what is reached, in which order, whether
 * the focus can be seen and is not covered. Returns the number of stops and the faults.
 */
export async function tabThrough(page) {
  await page.evaluate(() => {
    for (const part of [document.documentElement, ...document.querySelectorAll('main')]) part.scrollTo({ top: 0, behavior: 'instant' });
  });
  await settled(page);
  const wanted = await page.evaluate(prepare);
  await page.evaluate(record);
  // All but the last stop in one go; then one at a time until the focus is gone or begins anew.
  await Promise.all(wanted.slice(1).map(() => page.keyboard.down('Tab')));
  let left = false;
  for (let more = 0; !left && more < TRAPPED; more += 1) {
    await page.keyboard.press('Tab');
    left = await page.evaluate(() => globalThis.walk.left());
  }
  const { stops, missed } = await page.evaluate(() => globalThis.walk.stop());
  const faults = stops.filter(({ fault }) => fault).map(({ name, fault }) => `${name} ${fault}`);
  if (!left) faults.push(`the focus stays in ${stops.at(-1)?.name}`);
  faults.push(...missed.map((name) => `${name} is never reached`));
  const order = stops.map(({ index }) => index).filter((index) => index >= 0);
  const turned = order.find((index, at) => at > 0 && index < order[at - 1]);
  if (turned !== undefined) faults.push(`${wanted[turned]} comes out of turn`);
  return { stops: stops.length, faults };
}

/** Lets the next Tab begin at the top again. */
export const toTheTop = (page) => page.evaluate(prepare);

/** In another scheme: gives every stop the focus as a key would, and says where nobody can see it. */
export async function unseenIn(page, colorScheme) {
  await page.emulateMedia({ colorScheme });
  await settled(page);
  await page.evaluate(prepare);
  return page.evaluate(async () => {
    const faults = [];
    for (const [index, node] of globalThis.walk.nodes.entries()) {
      node.focus({ focusVisible: true, preventScroll: true });
      const fault = globalThis.walk.unseen(index);
      if (fault) faults.push(`${globalThis.walk.name(node)} ${fault}`);
    }
    document.activeElement?.blur();
    return faults;
  });
}

/** In the page: what Tab has to reach, in order, and how each looks without the focus. */
function prepare() {
  const usable = 'a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, '
    + 'audio[controls], video[controls], [tabindex], [contenteditable]';
  const name = (node) => `<${node.localName}${node.id ? ` id=${node.id}` : ''}${node.name ? ` name=${node.name}` : ''}> “${
    (node.getAttribute('aria-label') ?? node.textContent.trim().replace(/\s+/g, ' ')).slice(0, 40)}”`;
  const shown = (node) => node.checkVisibility({ visibilityProperty: true }) && !node.closest('[inert]');
  // Of a group of radio buttons the chosen one is a stop, or the first; arrow keys reach the others.
  const stop = (node) => {
    if (node.type !== 'radio') return true;
    const group = [...document.getElementsByName(node.name)].filter((one) => one.form === node.form && shown(one) && !one.disabled);
    return node === (group.find((one) => one.checked) ?? group[0]);
  };
  // Options of an open list are reached by arrow keys from its field; what nobody sees or hears only
  // lends a form its Enter key. Anything else to use that the key passes is a fault.
  const unseenByAll = (node) => node.matches('[aria-hidden=true]') && getComputedStyle(node).clipPath !== 'none';
  const aside = (node) => node.tabIndex < 0
    && (node.matches('[role=option]') || unseenByAll(node) || !node.matches('a, button, input, select, textarea, summary'));
  const isStop = (node) => node.matches(usable) && shown(node) && !node.matches(':disabled') && stop(node) && !aside(node);
  const nodes = [...document.querySelectorAll(usable)].filter(isStop);
  // A card may wear the ring of its link, a label or what follows it that of a control.
  const parts = (node) => {
    const above = [node];
    while (above.length < 6 && above.at(-1).parentElement !== document.body) above.push(above.at(-1).parentElement);
    return [...above, node.labels?.[0], node.nextElementSibling].filter(Boolean);
  };
  const looks = (node) => parts(node).map((part) => ['', '::before', '::after'].map((pseudo) => {
    const style = getComputedStyle(part, pseudo || null);
    const edge = Number.parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== 'none';
    return [edge ? style.outline : '', style.boxShadow, style.border, style.backgroundColor].join('|');
  }).join('¦'));
  // The next Tab begins at the top.
  const top = document.createElement('span');
  top.tabIndex = -1;
  document.body.prepend(top);
  top.focus();
  top.remove();
  const before = nodes.map(looks);
  /** What is wrong with how a stop that has the focus looks. */
  const unseen = (index) => {
    const after = looks(nodes[index]);
    return after.some((look, part) => look !== before[index][part]) ? '' : 'looks the same with the focus';
  };
  globalThis.walk = { nodes, name, unseen, isStop };
  return nodes.map(name);
}

/** In the page: looks at what has the focus each time before Tab moves it on. */
function record() {
  const { nodes, name, unseen, isStop } = globalThis.walk;
  const stops = [];
  // What comes and goes meanwhile, such as a button to scroll where the page ends, may be passed.
  const fickle = new Set();
  const watch = new MutationObserver((changes) => changes.forEach(({ target }) => fickle.add(target)));
  watch.observe(document.body, { subtree: true, attributeFilter: ['disabled', 'hidden'] });
  const covered = (node) => {
    // The label of a control may be what is seen of it.
    const boxes = [node, node.labels?.[0]].filter(Boolean).flatMap((one) => [...one.getClientRects()]);
    let inView = false;
    for (const box of boxes) {
      const [l, t] = [Math.max(box.left, 0), Math.max(box.top, 0)];
      const [w, h] = [Math.min(box.right, innerWidth) - l, Math.min(box.bottom, innerHeight) - t];
      if (w < 1 || h < 1) continue;
      inView = true;
      for (const x of [0.1, 0.3, 0.5, 0.7, 0.9]) {
        for (const y of [0.1, 0.5, 0.9]) {
          const hit = document.elementFromPoint(l + w * x, t + h * y);
          if (hit && (node.contains(hit) || hit.contains(node) || node.labels?.[0]?.contains(hit))) return '';
        }
      }
    }
    return inView ? 'is wholly covered while it has the focus' : 'is outside of the screen while it has the focus';
  };
  let left = false;
  const look = () => {
    const node = document.activeElement;
    if (left || (!stops.length && node === document.body)) return;
    // Where the focus leaves the page, or goes round in it, the walk ends.
    left = node === document.body || stops.slice(0, -1).some((stop) => stop.node === node);
    // The parts of a film or a date are one control.
    if (left || stops.at(-1)?.node === node) return;
    const { overflowX, overflowY } = getComputedStyle(node);
    const scrolls = /auto|scroll/.test(overflowX + overflowY)
      && (node.scrollWidth > node.clientWidth || node.scrollHeight > node.clientHeight);
    const index = nodes.indexOf(node);
    const fault = [
      index >= 0 || scrolls || isStop(node) ? '' : 'has the focus and is nothing to use',
      index >= 0 ? unseen(index) : '',
      covered(node),
    ].filter(Boolean).join(', ');
    stops.push({ node, index, fault, name: name(node) });
  };
  const pressed = ({ key }) => key === 'Tab' && look();
  addEventListener('keydown', pressed, true);
  globalThis.walk.left = () => {
    look();
    return left;
  };
  globalThis.walk.stop = () => {
    removeEventListener('keydown', pressed, true);
    watch.disconnect();
    const reached = new Set(stops.map(({ node }) => node));
    return {
      stops: stops.map(({ node, ...stop }) => stop),
      missed: nodes.filter((node) => !reached.has(node) && !fickle.has(node)).map(name),
    };
  };
}
