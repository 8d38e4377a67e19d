import { say } from './dom.js';
import { keyOf, newestFirst } from './board.js';

/**
 * Live or paused. Paused, the list stays as it was, so that nothing slips away under a reader's eyes, and the bar says what
 * has come since. It pauses by the button, and by itself while the first row is out of sight.
 */
export function liveBar(bar, told) {
  const [words, button] = bar.children;
  let kept = null; // { rows, seen, edge } while paused
  let byHand = false;

  function news(rows) {
    let fresh = 0;
    let changed = 0;
    for (const row of rows) {
      const old = kept.seen.get(keyOf(row));
      if (!old) fresh += 1;
      else if (old.count !== row.count || old.state !== row.state) changed += 1;
    }
    return [fresh, changed];
  }

  function draw(rows) {
    bar.dataset.paused = String(Boolean(kept));
    button.textContent = kept ? 'Go on' : 'Pause';
    if (!kept) {
      say(words, 'Live, newest first');
      return;
    }
    const [fresh, changed] = news(rows);
    say(words, `Paused – ${fresh.toLocaleString()} new${changed ? `, ${changed.toLocaleString()} changed` : ''}`);
  }

  /** `complete` says whether older rows may still be on their way from the listing: those are not news. */
  function pause(rows, hand, complete) {
    kept = { rows, seen: new Map(rows.map((row) => [keyOf(row), row])), edge: complete ? null : rows.at(-1) ?? null };
    byHand = hand;
  }

  function takeOlder(rows) {
    const older = rows.filter((row) => newestFirst(kept.edge, row) < 0 && !kept.seen.has(keyOf(row)));
    for (const row of older) kept.seen.set(keyOf(row), row);
    if (older.length) kept.rows = [...kept.rows, ...older].sort(newestFirst);
  }

  button.addEventListener('click', () => told(kept ? 'resume' : 'pause'));
  return {
    draw,
    pause,
    resume: () => (kept = null),
    isPaused: () => Boolean(kept),
    /** Whether it was the scrolling that paused it: then scrolling back resumes. */
    isByScroll: () => Boolean(kept) && !byHand,
    /** What the list shows of the rows that there are now. */
    rows(now) {
      if (kept?.edge) takeOlder(now);
      return kept?.rows ?? now;
    },
  };
}
