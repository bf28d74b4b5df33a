// Read aloud: the page's main content sentence by sentence, the one that is read marked. Shown only
// where the device itself has a voice for the language of the page: a voice from elsewhere would
// send what is read to somebody else.
(() => {
  'use strict';
  const d = document, $ = (id) => d.getElementById(id);
  const group = $('speech'), read = $('speech-read'), hold = $('speech-hold'), main = $('content');
  const speech = window.speechSynthesis;
  if (!group || !speech || !window.Highlight) return;

  const BLOCKS = 'h1, h2, h3, h4, p, li, dt, dd, th, td, blockquote, figcaption, summary, label, legend';
  // A sentence never takes this long: an engine that says nothing must not hold the screen awake.
  const LONGEST = 60000;
  const mark = new Highlight();
  CSS.highlights.set('speaking', mark);
  let turn = 0, guard;

  const voice = (lang) => {
    const wanted = lang.split('-')[0];
    return speech.getVoices().find((one) => one.localService && one.lang.split(/[-_]/)[0] === wanted);
  };
  const offer = () => { group.hidden = !voice(d.documentElement.lang); };

  /** The visible text in its order: runs of text nodes that belong to one block. */
  const blocks = () => {
    const walker = d.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const found = [];
    let last = null;
    while (walker.nextNode()) {
      const node = walker.currentNode, parent = node.parentElement;
      if (!node.data.trim() || parent.closest('svg, nav, button, [aria-hidden=true]')) continue;
      if (!parent.checkVisibility({ visibilityProperty: true })) continue;
      const block = parent.closest(BLOCKS) ?? parent;
      if (block !== last) found.push({ lang: parent.closest('[lang]').lang, nodes: [] });
      last = block;
      found.at(-1).nodes.push(node);
    }
    return found;
  };

  /** A block cut into sentences, each with the range it has on the page. */
  const sentences = ({ lang, nodes }) => {
    const text = nodes.map((node) => node.data).join('');
    const at = (offset) => {
      let rest = offset;
      for (const node of nodes) {
        if (rest <= node.data.length) return [node, rest];
        rest -= node.data.length;
      }
      return [nodes.at(-1), nodes.at(-1).data.length];
    };
    const cuts = [...new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)];
    return cuts.filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment)).map(({ segment, index }) => {
      const range = new Range();
      range.setStart(...at(index));
      range.setEnd(...at(index + segment.trimEnd().length));
      // Soft hyphens and the dots of Leichte Sprache are for the eye.
      return { lang, range, words: segment.replace(/\u00AD/g, '').replace(/·/g, '').trim() };
    });
  };

  const stop = () => {
    turn += 1;
    clearTimeout(guard);
    speech.cancel();
    mark.clear();
    delete d.body.dataset.speaking;
    read.setAttribute('aria-pressed', 'false');
    hold.setAttribute('aria-pressed', 'false');
    hold.hidden = true;
  };
  const begin = () => {
    stop();
    const mine = turn;
    const waiting = blocks().flatMap(sentences).filter(({ lang }) => voice(lang));
    const next = () => {
      clearTimeout(guard);
      if (mine !== turn) return;
      const one = waiting.shift();
      if (!one) return stop();
      mark.clear();
      mark.add(one.range);
      one.range.startContainer.parentElement.scrollIntoView({ block: 'nearest' });
      const words = new SpeechSynthesisUtterance(one.words);
      words.voice = voice(one.lang);
      words.lang = one.lang;
      words.rate = 0.95;
      words.onend = next;
      words.onerror = ({ error }) => (error === 'canceled' || error === 'interrupted' ? null : stop());
      guard = setTimeout(stop, LONGEST);
      speech.speak(words);
    };
    d.body.dataset.speaking = '';
    read.setAttribute('aria-pressed', 'true');
    hold.hidden = false;
    next();
  };
  const pause = () => {
    const held = hold.getAttribute('aria-pressed') !== 'true';
    hold.setAttribute('aria-pressed', held);
    clearTimeout(guard);
    if (held) {
      speech.pause();
      delete d.body.dataset.speaking;
    } else {
      d.body.dataset.speaking = '';
      guard = setTimeout(stop, LONGEST);
      speech.resume();
    }
  };

  read.addEventListener('click', () => (read.getAttribute('aria-pressed') === 'true' ? stop() : begin()));
  hold.addEventListener('click', pause);
  // Moving on, another story on the attract screen, the end of the visit: silence.
  d.addEventListener('click', (event) => {
    if (event.target.closest('a[href], #next-story, [data-wipe]')) stop();
  });
  for (const type of ['pagehide', 'kiosk-wipe']) addEventListener(type, stop);
  speech.addEventListener?.('voiceschanged', offer);
  offer();
})();
