// Starts the islands of a page. `cargo xtask` fills in the addresses, once for each bundle; the
// page itself contains no script, so its content security policy can forbid inline ones.

// What Leptos' own inline scripts would have left for the bundle: our pages are complete when
// they arrive, so there is nothing to wait for.
globalThis.__RESOLVED_RESOURCES = [];
globalThis.__SERIALIZED_ERRORS = [];
globalThis.__INCOMPLETE_CHUNKS = [];

// Children of an island were rendered by the server. The innermost island around them left a
// callback on <leptos-children>; it runs before an island inside the children starts, so that the
// inner one finds the outer one's context.
const childrenCallbacks = [];

async function hydrate(node) {
  const isChildren = node.localName === "leptos-children";
  if (isChildren) childrenCallbacks.push(node.$$on_hydrate);
  if (node.localName === "leptos-island") {
    const island = bundle[node.dataset.component];
    if (island) {
      childrenCallbacks.at(-1)?.();
      await island(node);
    } else {
      console.error(`The bundle has no island ${node.dataset.component}.`);
    }
  }
  for (const child of [...node.children]) await hydrate(child);
  if (isChildren) childrenCallbacks.pop();
}

// What can be read comes first: the bundle does not share the line with fonts and pictures, and is
// not asked for before they are on the screen. A page in the background never paints: it does not
// wait longer than a second.
if (document.readyState !== "complete") {
  await new Promise((done) => addEventListener("load", done, { once: true }));
}
await new Promise((done) => {
  new PerformanceObserver(done).observe({ type: "paint", buffered: true });
  setTimeout(done, 1000);
});
const bundle = await import("{{bundle.js}}");
await bundle.default({ module_or_path: "{{bundle.wasm}}" });
bundle.hydrate();
await hydrate(document.body);
document.documentElement.dataset.hydrated = "";
