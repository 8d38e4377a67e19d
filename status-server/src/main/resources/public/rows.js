import { el, say } from './dom.js';
import { drawSpark } from './spark.js';
import { time } from './when.js';

export const hrefOf = (row) => `#/${encodeURIComponent(row.topic)}/${encodeURIComponent(row.fingerprint)}`;
export const slug = (state) => state.replaceAll(' ', '-');

export function badge(state) {
  return el('span', { class: 'badge', data: { state: slug(state) } }, state);
}

/** `java.lang.NullPointerException: text` as its short type and its text; other titles have no type. */
export function parts(title) {
  const found = /^(?:[\w$]+\.)*([A-Z][\w$]*(?:Exception|Error|Throwable|Fault|Warning))(?::\s*|$)([^]*)$/.exec(title);
  return found ? { type: found[1], text: found[2] } : { type: '', text: title };
}

export function times(count) {
  return `${count.toLocaleString()}×`;
}

/** What the link of one incident holds. */
export function drawRow(row) {
  const { type, text } = parts(row.title || row.fingerprint);
  return [
    el('span', { class: 'row-top' }, badge(row.state), time(row.lastSeen)),
    el('span', { class: 'row-title' }, type ? el('strong', {}, type) : null, type && text ? ' ' : null, text),
    el('span', { class: 'row-meta' },
      el('span', { class: 'count', title: `seen ${row.count} times` }, times(row.count)),
      el('span', {}, row.topic),
      row.where ? el('span', { class: 'mono where' }, row.where) : null,
      row.added || row.removed
        ? el('span', { class: 'mono' }, el('ins', {}, `+${row.added}`), ' ', el('del', {}, `−${row.removed}`))
        : null,
      drawSpark(row.trend)),
  ];
}

/** Whether two rows would look the same. */
export function isSame(a, b) {
  return a === b || (a.count === b.count && a.lastSeen === b.lastSeen && a.state === b.state && a.results === b.results
    && a.title === b.title && a.where === b.where && a.added === b.added && a.removed === b.removed);
}

/** One line that sums the list up. */
export function tally(element, shown, rows, total) {
  if (shown.length !== rows.length) {
    say(element, `${shown.length.toLocaleString()} of ${total.toLocaleString()}`);
    return;
  }
  const proved = rows.filter((row) => row.state === 'verified fix').length;
  const open = rows.filter((row) => row.state === 'new' || row.state === 'working').length;
  const words = [total.toLocaleString()];
  if (proved) words.push(`${proved.toLocaleString()} fixed with proof`);
  if (open) words.push(`${open.toLocaleString()} open`);
  say(element, total ? words.join(' · ') : '');
}
