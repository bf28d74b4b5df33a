// What the server has to hear from a touchscreen, kept until it has heard it: how often what was
// looked at, since when there was no network. No person, no moment of a look, only its day.

const ADDRESS = '/kiosk/geraet/lebenszeichen';
const PATIENCE = 10_000;
/** Rows of one message, so that it stays small. */
const ROWS = 100;
/** Rows and periods that wait at most; whoever is away for longer loses the oldest. */
const MOST = 5_000;
const PERIODS = 100;

const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });

export class Journal {
  #notes;
  #saving = Promise.resolve();
  #dirty = false;
  /** Sums that wait, as `[day, kind, key, lang]` → number; what was sent and not acknowledged. */
  #kept = { counts: {}, batch: null, offline: [], since: null, skew: 0, current: null };

  constructor(notes) {
    this.#notes = notes;
  }

  async load() {
    this.#kept = { ...this.#kept, ...(await this.#notes.read('journal')) };
  }

  /** The present moment. The clock of a mini PC may be wrong; the server's is not. */
  #now() {
    return Date.now() + this.#kept.skew;
  }

  /** Whether the server could not be reached when it was last asked. */
  get isOffline() {
    return this.#kept.since !== null;
  }

  /** When what is shown was last known to be current. */
  get current() {
    return this.#kept.current;
  }

  /** Counts something once. */
  count({ kind, key, lang }) {
    const { counts } = this.#kept;
    const row = JSON.stringify([day.format(this.#now()), kind, key, lang]);
    counts[row] = (counts[row] ?? 0) + 1;
    const rows = Object.keys(counts);
    if (rows.length > MOST) delete counts[rows[0]];
    return this.#save();
  }

  /** The server answered. */
  reached(answer, isCurrent) {
    const kept = this.#kept;
    const theirs = Date.parse(answer.headers.get('date'));
    // Half a minute of difference says nothing: the header has no fractions, and travelled.
    if (theirs && Math.abs(theirs - this.#now()) > 30_000) kept.skew = theirs - Date.now();
    const isNews = isCurrent && this.#now() - kept.current > 60_000;
    if (isNews) kept.current = this.#now();
    if (kept.since !== null) {
      kept.offline.push({ from: Math.min(kept.since, this.#now()), until: this.#now() });
      kept.offline = kept.offline.slice(-PERIODS);
      kept.since = null;
    } else if (!isNews) {
      return undefined;
    }
    return this.#save();
  }

  /** It did not. */
  missed() {
    if (this.#kept.since !== null) return undefined;
    this.#kept.since = this.#now();
    return this.#save();
  }

  /** Says that this touchscreen lives, and what has gathered. Returns what the server knows about
   *  it. A message that was not acknowledged is sent again as it was, under the same number. */
  async send(programme, bundle, quiet) {
    const kept = this.#kept;
    kept.batch ??= this.#gather();
    await this.#save();
    const sent = kept.batch;
    const answer = await fetch(ADDRESS, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...sent, programme, bundle, quiet }),
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (answer.status >= 500) throw new TypeError(`${answer.status}`);
    await this.reached(answer);
    // A message the server does not understand would only keep the next one waiting.
    if (answer.ok || [400, 413, 422].includes(answer.status)) {
      kept.batch = null;
      await this.#save();
    }
    return answer.ok ? answer.json() : undefined;
  }

  #gather() {
    const kept = this.#kept;
    const rows = Object.keys(kept.counts).slice(0, ROWS);
    const counts = rows.map((row) => {
      const [on, kind, key, lang] = JSON.parse(row);
      const n = kept.counts[row];
      delete kept.counts[row];
      return { day: on, kind, key, lang, n };
    });
    const { offline } = kept;
    kept.offline = [];
    return { batch: crypto.randomUUID(), offline, counts };
  }

  /** Writes at most one note at a time, and always the newest. Without room it waits in memory. */
  #save() {
    if (!this.#dirty) {
      this.#dirty = true;
      this.#saving = this.#saving.then(() => {
        this.#dirty = false;
        return this.#notes.write('journal', this.#kept).catch(() => {});
      });
    }
    return this.#saving;
  }
}
