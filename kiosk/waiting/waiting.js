// Looks every second whether the server has answered: the start script writes that into state.js.
'use strict';

/** Called by state.js. */
function goOn(url) {
  location.replace(url);
}

setInterval(() => {
  const script = document.createElement('script');
  script.src = `state.js?${Date.now()}`;
  script.onload = script.onerror = () => script.remove();
  document.head.append(script);
}, 1000);

for (const type of ['contextmenu', 'dragstart', 'selectstart'])
  addEventListener(type, (event) => event.preventDefault());
