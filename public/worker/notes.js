// Small things the worker has to know again after a restart, as JSON in a cache. Nothing about a
// person is among them.

const NAME = 'exhibition-notes';
const address = (name) => `/kiosk/sw/${name}`;

/** The note with this name, if there is one that can be read. */
export async function read(name) {
  try {
    const found = await (await caches.open(NAME)).match(address(name));
    return found && (await found.json());
  } catch {
    return undefined;
  }
}

/** Writes a note; `undefined` removes it. Fails if there is no room for it. */
export async function write(name, value) {
  const notes = await caches.open(NAME);
  if (value === undefined) await notes.delete(address(name));
  else await notes.put(address(name), new Response(JSON.stringify(value)));
}
