// The line between a touchscreen and its server: a small proxy that a suite cuts, slows down and
// listens at. The server behind it may end and begin again; the address in front stays.

import { createServer, request } from 'node:http';

const SIGN_OF_LIFE = '/kiosk/geraet/lebenszeichen';

/** A line to `target`, which may be set later. `state` is `up`, `cut`, `fault` or `slow`. */
export async function line() {
  const it = {
    target: '',
    state: 'up',
    /** Method and address of everything that was asked for. */
    asked: [],
    /** Messages of the touchscreen, and how they are answered. */
    heard: [],
    status: 200,
    says: { paired: true, cleaning: false, assisted: null },
    /** Changes a body on its way: `(address, body) => body`. */
    damage: undefined,
    /** Added to the server's clock, in milliseconds. */
    skew: 0,
    /** How often an address was asked for since the last `forget()`. */
    count: (address) => it.asked.filter((one) => one === `GET ${address}`).length,
    forget: () => { it.asked.length = 0; },
  };
  const server = createServer(async (asked, answer) => {
    it.asked.push(`${asked.method} ${asked.url}`);
    if (it.state === 'slow') await new Promise((done) => { setTimeout(done, 30_000).unref(); });
    if (it.state === 'cut' || asked.socket.destroyed) return asked.socket.destroy();
    if (it.state === 'fault') return answer.writeHead(500, { 'content-type': 'text/html' }).end('<h1>Internal Server Error</h1>');
    const chunks = await asked.toArray();
    const body = Buffer.concat(chunks);
    if (asked.url === SIGN_OF_LIFE) {
      it.heard.push(JSON.parse(body));
      answer.writeHead(it.status, { 'content-type': 'application/json', date: date(it.skew) });
      return answer.end(JSON.stringify(it.says));
    }
    const [hostname, port] = it.target.replace('http://', '').split(':');
    const headers = { ...asked.headers };
    // A body that is to be changed has to come.
    if (it.damage) delete headers['if-none-match'];
    const onwards = request({ hostname, port, path: asked.url, method: asked.method, headers });
    onwards.on('error', () => asked.socket.destroy());
    onwards.on('response', async (came) => {
      const got = Buffer.concat(await came.toArray().catch(() => []));
      const head = { ...came.headers, date: date(it.skew) };
      const sent = it.damage?.(asked.url, got) ?? got;
      if (sent !== got) {
        // What is changed is no longer packed as its head says.
        delete head['content-encoding'];
        head['content-length'] = sent.length;
      }
      answer.writeHead(came.statusCode, head).end(asked.method === 'HEAD' ? undefined : sent);
    });
    onwards.end(body);
  });
  await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
  it.base = `http://127.0.0.1:${server.address().port}`;
  it.close = () => {
    server.closeAllConnections();
    return new Promise((done) => { server.close(done); });
  };
  return it;
}

const date = (skew) => new Date(Date.now() + skew).toUTCString();
