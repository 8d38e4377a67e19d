// What the page knows: the rows by topic and fingerprint, kept true by server-sent events.

const QUIET_MS = 40_000; // a heartbeat comes every 15 s
const REOPEN_MS = 3_000;

export const keyOf = (row) => `${row.topic}|${row.fingerprint}`;

/**
 * Follows the board. `told` gets: rows(rows, total), pipeline(report), link(state).
 * The browser reconnects by itself and names the last event it saw; where it gives up, or nothing comes, we begin anew.
 */
export function follow(told) {
  const rows = new Map();
  let total = 0;
  let source;
  let watch;
  let staffed; // topics with a worker: decides whether an incident is new or worked on

  function alive() {
    told.link('live');
    clearTimeout(watch);
    watch = setTimeout(open, QUIET_MS);
  }

  function changed(keys) {
    total = Math.max(total, rows.size);
    const sorted = [...rows.values()].sort((a, b) => b.lastSeen - a.lastSeen || keyOf(a).localeCompare(keyOf(b)));
    told.rows(sorted, total, keys);
  }

  function heard(name, then) {
    source.addEventListener(name, (event) => {
      alive();
      then(JSON.parse(event.data));
    });
  }

  function open() {
    source?.close();
    source = new EventSource('/api/events');
    heard('snapshot', (page) => {
      rows.clear();
      page.incidents.forEach((row) => rows.set(keyOf(row), row));
      total = page.total;
      changed(null);
    });
    heard('incident', (row) => {
      if (!rows.has(keyOf(row))) total += 1;
      rows.set(keyOf(row), row);
      changed(new Set([keyOf(row)]));
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
        clearTimeout(watch);
        watch = setTimeout(open, REOPEN_MS);
      }
    });
  }

  open();
}

/** JSON of our own server; what it answers in place of it becomes an error with its words. */
export async function ask(path) {
  const answer = await fetch(path, { headers: { Accept: 'application/json' } });
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.detail ?? answer.statusText);
  return body;
}
