// What the page knows: the rows by topic and fingerprint, kept true by server-sent events.

const QUIET_MS = 40_000; // a heartbeat comes every 15 s
const REOPEN_MS = 3_000;
const HIDDEN_MS = 10_000;
const TOLD_EVERY_MS = 100;
const PART = 500;
const MOST = 20_000; // rows that a page keeps; what is older is reached through the API

export const keyOf = (row) => `${row.topic}|${row.fingerprint}`;

/** Last seen first; the key makes the order total. */
export function newestFirst(a, b) {
  if (a.lastSeen !== b.lastSeen) return b.lastSeen - a.lastSeen;
  const [first, second] = [keyOf(a), keyOf(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/**
 * Follows the board. `told` gets: rows(sorted, total, keys that changed or null for all, whether that is all of them),
 * pipeline(report), link(state).
 * The browser reconnects by itself and names the last event it saw; where it gives up, or nothing comes, we begin anew.
 */
export function follow(told) {
  const rows = new Map();
  let total = 0;
  let source;
  let watch;
  let staffed; // topics with a worker: decides whether an incident is new or worked on
  let snapshots = 0;
  let complete = true; // false while older parts are on their way
  let newer = new Set(); // what events told since the snapshot: a part of the listing may be older
  let changed = new Set();
  let timer = 0;
  let away = 0;

  function alive() {
    told.link('live');
    clearTimeout(watch);
    watch = setTimeout(open, QUIET_MS);
  }

  function tell() {
    timer = 0;
    total = Math.max(total, rows.size);
    const keys = changed;
    changed = new Set();
    told.rows([...rows.values()].sort(newestFirst), total, keys, complete);
  }

  /** A burst is told at once, not row by row. */
  function soon(keys) {
    changed = keys && changed ? new Set([...changed, ...keys]) : null;
    if (!timer) timer = setTimeout(tell, TOLD_EVERY_MS);
  }

  function heard(name, then) {
    source.addEventListener(name, (event) => {
      alive();
      then(JSON.parse(event.data));
    });
  }

  /** The rows that a snapshot left out, part by part. */
  async function rest(turn, next) {
    let cursor = next;
    while (cursor) {
      try {
        const page = await ask(`/api/incidents?limit=${PART}&cursor=${encodeURIComponent(cursor)}`);
        if (turn !== snapshots) return;
        for (const row of page.incidents) if (!newer.has(keyOf(row))) rows.set(keyOf(row), row);
        cursor = rows.size < MOST ? page.next : '';
        complete = !cursor;
        soon(null);
      } catch {
        await new Promise((later) => setTimeout(later, REOPEN_MS));
        if (turn !== snapshots) return;
      }
    }
  }

  function open() {
    source?.close();
    source = new EventSource('/api/events');
    heard('snapshot', (page) => {
      rows.clear();
      newer = new Set();
      page.incidents.forEach((row) => rows.set(keyOf(row), row));
      total = page.total;
      complete = !page.next;
      soon(null);
      rest(++snapshots, page.next);
    });
    heard('incident', (row) => {
      const key = keyOf(row);
      if (!rows.has(key) && total <= rows.size) total += 1;
      rows.set(key, row);
      newer.add(key);
      soon([key]);
    });
    heard('pipeline', (report) => {
      told.pipeline(report);
      const now = report.topics.filter((topic) => topic.workers > 0).map((topic) => topic.topic).join();
      const before = staffed;
      staffed = now;
      if (before !== undefined && before !== now) open();
    });
    heard('heartbeat', () => {});
    source.addEventListener('open', alive);
    source.addEventListener('error', () => {
      told.link('lost');
      if (source.readyState === EventSource.CLOSED) {
        ask('/api/pipeline').catch(() => {}); // tells why, where it is a session that ended
        clearTimeout(watch);
        watch = setTimeout(open, REOPEN_MS);
      }
    });
  }

  function leave() {
    source.close();
    clearTimeout(watch);
  }

  // A browser opens six connections to one server, for all its tabs and for the pages that it keeps for "back": a page that
  // nobody sees gives its own back, lest the seventh waits for ever.
  addEventListener('pagehide', leave);
  addEventListener('pageshow', (event) => event.persisted && open());
  document.addEventListener('visibilitychange', () => {
    clearTimeout(away);
    if (document.hidden) away = setTimeout(leave, HIDDEN_MS);
    else if (source.readyState === EventSource.CLOSED) open();
  });
  open();
}

/** JSON of our own server; what it answers in place of it becomes an error with its words. */
export async function ask(path) {
  const answer = await fetch(path, { headers: { Accept: 'application/json' } });
  const body = await answer.json();
  if (answer.status === 401) location.reload(); // a session ended: the server asks for the token again
  if (!answer.ok) throw new Error(body.detail ?? answer.statusText);
  return body;
}
