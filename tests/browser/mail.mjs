// The mail servers a suite sends through, and who reads the calendar mails that arrive.

import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { assert, python, root, same } from './lib.mjs';

/** A real SMTP server that keeps each mail as a file in `folder`. Ended by `stop()`. */
export async function mailServer() {
  const folder = mkdtempSync(join(tmpdir(), 'werkbank-mail-'));
  const child = spawn(python(), ['tests/mail/smtp_peer.py', folder], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const port = await new Promise((done, give) => {
    child.stdout.once('data', (text) => done(Number.parseInt(text, 10)));
    child.once('exit', () => give(new Error('the mail server ended')));
  });
  const stop = async () => {
    const ended = new Promise((done) => child.once('exit', done));
    child.stdin.end();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, url: `smtp://127.0.0.1:${port}?tls=none`, env: {}, stop };
}

/**
 * Postfix before the server above: as strict as it can be told to be, with a certificate that only
 * `env` makes the program trust. `log()` is what it wrote. Must be run as root.
 */
export async function postfix() {
  const peer = await mailServer();
  const folder = mkdtempSync(join(tmpdir(), 'werkbank-postfix-'));
  // Its processes run as a user of their own and have to find the way.
  chmodSync(folder, 0o755);
  for (const name of ['conf', 'queue', 'data']) mkdirSync(join(folder, name));
  execFileSync('chown', ['postfix', join(folder, 'data')]);
  const port = await freePort();
  certificate(folder);
  writeFileSync(join(folder, 'conf/main.cf'), settings(folder, new URL(peer.url).port));
  writeFileSync(join(folder, 'conf/master.cf'), services(port));
  const child = spawn('postfix', ['-c', join(folder, 'conf'), 'start-fg'], { stdio: 'ignore' });
  const ended = new Promise((done) => child.once('exit', done));
  const log = () => readFileSync(join(folder, 'log'), 'utf8');
  const stop = async () => {
    execFileSync('postfix', ['-c', join(folder, 'conf'), 'stop'], { stdio: 'ignore' });
    await ended;
    await peer.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const env = { SSL_CERT_FILE: join(folder, 'authority.pem') };
  return { folder: peer.folder, url: `smtp://127.0.0.1:${port}`, env, log, stop };
}

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

/** A certificate for 127.0.0.1, and the authority that signed it. */
function certificate(folder) {
  const openssl = (...args) =>
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...args], {
      cwd: folder,
      stdio: 'ignore',
    });
  const authority = ['-keyout', 'authority.key', '-out', 'authority.pem'];
  openssl('-subj', '/CN=Werkbank test authority', ...authority);
  const signed = ['-CA', 'authority.pem', '-CAkey', 'authority.key', '-keyout', 'key.pem', '-out', 'certificate.pem'];
  const names = ['-addext', 'subjectAltName=IP:127.0.0.1', '-addext', 'basicConstraints=critical,CA:FALSE'];
  openssl('-subj', '/CN=127.0.0.1', ...names, ...signed);
}

const settings = (folder, next) => `
compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
maillog_file = ${folder}/log
maillog_file_prefixes = ${folder}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = postfix.test
mydestination =
mynetworks = 127.0.0.1/32
local_recipient_maps =
alias_maps =
relayhost = [127.0.0.1]:${next}
disable_dns_lookups = yes
smtp_tls_security_level = none
smtpd_tls_security_level = encrypt
smtpd_tls_cert_file = ${folder}/certificate.pem
smtpd_tls_key_file = ${folder}/key.pem
smtpd_tls_loglevel = 1
smtpd_helo_required = yes
smtpd_recipient_restrictions = reject_non_fqdn_sender, reject_non_fqdn_recipient, permit_mynetworks, reject
strict_rfc821_envelopes = yes
strict_7bit_headers = yes
strict_8bitmime_body = yes
strict_mime_encoding_domain = yes
`;

const services = (port) => `
127.0.0.1:${port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
smtp unix - - n - - smtp
error unix - - n - - error
proxymap unix - - n - - proxymap
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
`;

/**
 * What three independent calendar parsers (two in the script, ical.js here) say about the mails in
 * a folder: one line per mail. They have to agree.
 */
export function readInvitations(folder) {
  const said = execFileSync(python(), ['tests/mail/check_invites.py', folder], { cwd: root, encoding: 'utf8' });
  const mails = said.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
  for (const mail of mails) {
    const calendar = new ICAL.Component(ICAL.parse(mail.calendar));
    const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent'));
    const [attendee, another] = event.attendees.map((one) => one.getFirstValue().replace('mailto:', ''));
    const read = {
      to: attendee.toLowerCase(),
      method: calendar.getFirstPropertyValue('method'),
      sequence: event.sequence,
      uid: event.uid,
      start: event.startDate.toJSDate().getTime(),
      end: event.endDate.toJSDate().getTime(),
    };
    const times = { start: Date.parse(mail.start), end: Date.parse(mail.end) };
    const { to, method, sequence, uid } = mail;
    same(read, { to, method, sequence, uid, ...times }, `${mail.mail}: parsers disagree`);
    assert(!another, `${mail.mail}: two attendees`);
  }
  return mails;
}
