import { el } from './dom.js';
import { changedSpans, readDiff, sides } from './diff.js';
import { paintLine } from './syntax.js';

const MOST = 1_500; // rows that are drawn without being asked for
const SIGNS = { add: '+', del: '−', same: ' ' };
const WORDS = { add: 'added', del: 'removed', same: '' };
const narrow = matchMedia('(max-width: 900px)');
let twoColumns = true; // what a person chose last, for the next diff

function cells(line, number, text) {
  const kind = line?.kind ?? 'void';
  return [
    el('td', { class: `no ${kind}` }, number ? String(number) : ''),
    el('td', { class: `sign ${kind}` }, line ? SIGNS[kind] : '', WORDS[kind] ? el('span', { class: 'hidden' }, WORDS[kind]) : null),
    el('td', { class: `text ${kind}` }, line ? text : ''),
  ];
}

function hunkRow(text, columns) {
  return el('tr', { class: 'hunk' }, el('td', { colspan: columns }, text ? `… ${text}` : '…'));
}

function splitRow({ hunk, old, now }, name) {
  if (hunk !== undefined) return hunkRow(hunk, 6);
  const spans = old && now && old !== now ? changedSpans(old.text, now.text) : {};
  return el('tr', {},
    cells(old, old?.before, old ? paintLine(old.text, name, spans.old) : ''),
    cells(now, now?.after, now ? paintLine(now.text, name, spans.now) : ''));
}

function singleRow(line, name) {
  if (line.kind === 'hunk') return hunkRow(line.text, 4);
  const [old, ...rest] = cells(line, line.before, paintLine(line.text, name));
  return el('tr', {}, old, el('td', { class: `no ${line.kind}` }, line.after ? String(line.after) : ''), rest);
}

function table(file, split) {
  const rows = split ? sides(file.lines) : file.lines;
  const draw = split ? splitRow : singleRow;
  const body = el('tbody', {}, rows.slice(0, MOST).map((row) => draw(row, file.name)));
  const columns = split ? el('colgroup', {}, ['no', 'sign', '', 'no', 'sign', ''].map((name) => el('col', { class: name || null }))) : null;
  const made = el('table', { class: split ? 'split' : 'single' }, columns, body);
  if (rows.length <= MOST) return [made];
  const more = el('button', { type: 'button', class: 'quiet' }, `Show ${(rows.length - MOST).toLocaleString()} more lines`);
  more.addEventListener('click', () => {
    body.append(...rows.slice(MOST).map((row) => draw(row, file.name)));
    more.remove();
  });
  return [made, more];
}

/** A diff as `{ element, toggle }`: two columns side by side or, on a small screen or by choice, one. */
export function diffView(text) {
  const files = readDiff(text);
  if (!files.length) return { element: el('pre', { class: 'code' }, text), toggle: null };
  const element = el('div', { class: 'diff' });
  const toggle = el('button', { type: 'button', class: 'quiet wide', data: { keep: 'columns' } });

  function draw() {
    const split = twoColumns && !narrow.matches;
    toggle.textContent = split ? 'One column' : 'Side by side';
    element.replaceChildren(...files.map((file) => el('section', {},
      el('h4', { class: 'mono' }, file.name),
      el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': `Change of ${file.name}` }, table(file, split)))));
  }

  toggle.addEventListener('click', () => {
    twoColumns = !twoColumns;
    draw();
  });
  draw();
  return { element, toggle };
}
