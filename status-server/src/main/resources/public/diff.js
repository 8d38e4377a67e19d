// Reading diffs: files, hunks, numbered lines, and which removed line an added one stands for.

/** A unified diff as files of numbered lines; what is no diff has no files. */
export function readDiff(text) {
  const files = [];
  let file = null;
  let before = 0;
  let after = 0;
  const all = text.replace(/\n$/, '').split('\n');
  for (const line of all) {
    const hunk = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@(.*)$/.exec(line);
    if (line.startsWith('diff --git ') || (line.startsWith('--- ') && !(file && file.fresh))) {
      file = { name: '', lines: [], fresh: true };
      files.push(file);
    }
    if (!file) continue;
    if (hunk) {
      file.fresh = false;
      before = Number(hunk[1]);
      after = Number(hunk[2]);
      file.lines.push({ kind: 'hunk', text: hunk[3].trim() });
    } else if (file.fresh) {
      const named = /^(?:\+\+\+|---) (?:[ab]\/)?([^\t]+)/.exec(line);
      if (named && named[1] !== '/dev/null') file.name = named[1];
    } else if (line.startsWith('+')) file.lines.push({ kind: 'add', after: after++, text: line.slice(1) });
    else if (line.startsWith('-')) file.lines.push({ kind: 'del', before: before++, text: line.slice(1) });
    else if (line.startsWith(' ') || line === '') file.lines.push({ kind: 'same', before: before++, after: after++, text: line.slice(1) });
  }
  return files;
}

const words = (line) => line.split(/\s+/).join(' ').trim();

/** How much two lines begin and end alike, 0 to 1. */
function likeness(a, b) {
  const [one, other] = [words(a), words(b)];
  const most = Math.max(one.length, other.length);
  return most ? (prefix(one, other) + suffix(one, other, prefix(one, other))) / most : 0;
}

function prefix(a, b) {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return at;
}

function suffix(a, b, from) {
  let at = 0;
  while (at < a.length - from && at < b.length - from && a[a.length - 1 - at] === b[b.length - 1 - at]) at += 1;
  return at;
}

/** Removed and added lines of one change side by side; a removed line stands beside the added one that is most like it. */
function pairs(removed, added) {
  const rows = [];
  let from = 0;
  for (const old of removed) {
    let best = -1;
    let most = 0.4; // less is another line
    for (let at = from; at < added.length && at < from + 50; at++) {
      const like = likeness(old.text, added[at].text);
      if (like > most) [best, most] = [at, like];
    }
    if (best < 0) {
      rows.push({ old, now: null });
      continue;
    }
    for (; from < best; from++) rows.push({ old: null, now: added[from] });
    rows.push({ old, now: added[from++] });
  }
  for (; from < added.length; from++) rows.push({ old: null, now: added[from] });
  return rows;
}

/** The lines of a file as rows `{ old, now }` of two columns; a hunk's head is a row `{ hunk }`. */
export function sides(lines) {
  const rows = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at];
    if (line.kind === 'hunk') rows.push({ hunk: line.text });
    else if (line.kind === 'same') rows.push({ old: line, now: line });
    else {
      const end = lines.findIndex((one, i) => i > at && one.kind !== 'del' && one.kind !== 'add');
      const block = lines.slice(at, end < 0 ? lines.length : end);
      rows.push(...pairs(block.filter((one) => one.kind === 'del'), block.filter((one) => one.kind === 'add')));
      at += block.length;
      continue;
    }
    at += 1;
  }
  return rows;
}

/** What differs between two lines, as the spans [from, to) in the old and in the new one; whole words. */
export function changedSpans(old, now) {
  let from = prefix(old, now);
  while (from > 0 && /\w/.test(old[from - 1]) && (/\w/.test(old[from] ?? '') || /\w/.test(now[from] ?? ''))) from -= 1;
  let end = suffix(old, now, from);
  while (end > 0 && /\w/.test(old[old.length - end]) && (/\w/.test(old[old.length - end - 1] ?? '') || /\w/.test(now[now.length - end - 1] ?? ''))) end -= 1;
  return { old: [from, old.length - end], now: [from, now.length - end] };
}
