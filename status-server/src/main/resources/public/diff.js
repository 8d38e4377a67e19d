import { el } from './dom.js';

/** A unified diff as files of numbered lines; what is no diff is shown as it is. */
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

const SIGNS = { add: '+', del: '−', same: ' ' };
const WORDS = { add: 'added', del: 'removed' };

export function drawDiff(text) {
  const files = readDiff(text);
  if (!files.length) return el('pre', { class: 'code' }, text);
  return el('div', { class: 'diff' }, files.map((file) =>
    el('section', {},
      el('h4', { class: 'mono' }, file.name),
      el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': `Change of ${file.name}` },
        el('table', {}, el('tbody', {}, file.lines.map(drawLine)))))));
}

function drawLine(line) {
  if (line.kind === 'hunk') {
    return el('tr', { class: 'hunk' }, el('td', { colspan: '4' }, line.text ? `… ${line.text}` : '…'));
  }
  return el('tr', { class: line.kind },
    el('td', { class: 'no' }, line.before ? String(line.before) : ''),
    el('td', { class: 'no' }, line.after ? String(line.after) : ''),
    el('td', { class: 'sign', 'aria-label': WORDS[line.kind] }, SIGNS[line.kind]),
    el('td', { class: 'text' }, line.text || '\u200b'));
}
