import { el, say } from './dom.js';
import { keyOf } from './board.js';
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

/** Keeps the list in step with the rows; an element lives as long as its incident, so focus stays where it is. */
export function listing(list) {
  const shown = new Map();

  function build(row) {
    const { type, text } = parts(row.title || row.fingerprint);
    return [
      el('span', { class: 'row-top' }, badge(row.state), time(row.lastSeen)),
      el('span', { class: 'row-title' }, type ? el('strong', {}, type) : null, type && text ? ' ' : null, text),
      el('span', { class: 'row-meta' },
        el('span', { class: 'count', title: `seen ${row.count} times` }, times(row.count)),
        el('span', {}, row.topic),
        row.where ? el('span', { class: 'mono' }, row.where) : null,
        row.added || row.removed
          ? el('span', { class: 'mono' }, el('ins', {}, `+${row.added}`), ' ', el('del', {}, `−${row.removed}`))
          : null),
    ];
  }

  function draw(row, selected) {
    const key = keyOf(row);
    let entry = shown.get(key);
    if (!entry) {
      const link = el('a', { class: 'row', href: hrefOf(row) });
      entry = { link, item: el('li', {}, link), last: '' };
      shown.set(key, entry);
    }
    const now = JSON.stringify({ ...row, sequence: 0 });
    if (entry.last !== now) {
      if (entry.last) flash(entry.link);
      entry.last = now;
      entry.link.replaceChildren(...build(row));
    }
    if (key === selected) entry.link.setAttribute('aria-current', 'true');
    else entry.link.removeAttribute('aria-current');
    return entry.item;
  }

  return (rows, selected) => {
    const keys = new Set(rows.map(keyOf));
    for (const [key, entry] of shown) {
      if (!keys.has(key)) {
        entry.item.remove();
        shown.delete(key);
      }
    }
    rows.forEach((row, at) => {
      const item = draw(row, selected);
      if (list.children[at] !== item) list.insertBefore(item, list.children[at] ?? null);
    });
  };
}

function flash(element) {
  element.classList.remove('changed');
  void element.offsetWidth; // lets the animation begin again
  element.classList.add('changed');
  setTimeout(() => element.classList.remove('changed'), 1_700); // not once more when a hidden list is shown
}

/** One line that sums the list up. */
export function tally(element, rows, total) {
  const proved = rows.filter((row) => row.state === 'verified fix').length;
  const open = rows.filter((row) => row.state === 'new' || row.state === 'working').length;
  const words = [`${total}`];
  if (proved) words.push(`${proved} fixed with proof`);
  if (open) words.push(`${open} open`);
  say(element, total ? words.join(' · ') : '');
}
