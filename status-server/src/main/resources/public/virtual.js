import { el } from './dom.js';
import { keyOf } from './board.js';
import { drawRow, hrefOf, isSame } from './rows.js';

const AROUND = 6; // rows that are there above and below what can be seen

/**
 * A list of rows of one height, of which only those near the screen are elements: ten thousand scroll as ten do. It does not
 * matter whether `scroller` scrolls or the window. An element lives as long as its row is near, so focus stays where it is.
 */
export function virtualList(list, scroller, head) {
  const shown = new Map();
  let rows = [];
  let selected = '';
  let active = ''; // the row that Tab reaches; arrow keys move it

  const height = () => parseFloat(getComputedStyle(list).getPropertyValue('--row'));
  const scrolls = () => scroller.scrollHeight > scroller.clientHeight + 1 && getComputedStyle(scroller).overflowY !== 'visible';

  function entryOf(row) {
    const key = keyOf(row);
    let entry = shown.get(key);
    if (!entry) {
      const link = el('a', { class: 'row', href: hrefOf(row), data: { key } });
      entry = { link, item: el('li', {}, link), row: null };
      shown.set(key, entry);
    }
    if (!entry.row || !isSame(entry.row, row)) {
      if (entry.row) flash(entry.link);
      entry.link.replaceChildren(...drawRow(row));
    }
    entry.row = row;
    return entry;
  }

  function place(at, step) {
    const entry = entryOf(rows[at]);
    const key = keyOf(rows[at]);
    entry.item.style.transform = `translateY(${at * step}px)`;
    entry.item.setAttribute('aria-posinset', at + 1);
    entry.item.setAttribute('aria-setsize', rows.length);
    entry.link.tabIndex = key === active ? 0 : -1;
    if (key === selected) entry.link.setAttribute('aria-current', 'true');
    else entry.link.removeAttribute('aria-current');
    return entry.item;
  }

  /** First and last row that can be seen, by number. */
  function range(step) {
    const box = scroller.getBoundingClientRect();
    const { top } = list.getBoundingClientRect();
    return [Math.floor((Math.max(box.top, 0) - top) / step), Math.ceil((Math.min(box.bottom, innerHeight) - top) / step)];
  }

  function paint() {
    if (!list.offsetParent) return;
    const step = height();
    const [from, to] = range(step);
    const first = Math.max(0, from - AROUND);
    const last = Math.min(rows.length, to + AROUND);
    const near = new Map();
    for (let at = first; at < last; at++) near.set(keyOf(rows[at]), at);
    const focused = document.activeElement?.dataset?.key;
    for (const [key, entry] of shown) {
      if (near.has(key)) continue;
      const at = key === focused ? rows.findIndex((row) => keyOf(row) === key) : -1;
      if (at >= 0) {
        place(at, step);
        continue;
      }
      entry.item.remove();
      shown.delete(key);
    }
    if (!near.has(active) && active !== focused && last > first) {
      active = near.has(selected) ? selected : keyOf(rows[Math.min(Math.max(from, 0), last - 1)]);
    }
    let next = list.firstElementChild;
    for (const at of near.values()) {
      const item = place(at, step);
      if (item === next) next = next.nextElementSibling;
      else list.insertBefore(item, next);
    }
  }

  function reveal(at) {
    const step = height();
    const box = scroller.getBoundingClientRect();
    const top = list.getBoundingClientRect().top + at * step;
    const above = Math.max(box.top, 0) + head.offsetHeight;
    const below = Math.min(box.bottom, innerHeight);
    const by = top < above ? top - above : top + step > below ? top + step - below : 0;
    if (by) (scrolls() ? scroller : window).scrollBy({ top: by, behavior: 'instant' });
  }

  function move(event) {
    const page = Math.max(1, Math.floor(Math.min(scroller.clientHeight, innerHeight) / height()) - 1);
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity }[event.key];
    if (!by || !rows.length || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const now = Math.max(0, rows.findIndex((row) => keyOf(row) === active));
    const at = Math.min(rows.length - 1, Math.max(0, now + by));
    active = keyOf(rows[at]);
    reveal(at);
    paint();
    shown.get(active)?.link.focus({ preventScroll: true });
    paint();
  }

  list.addEventListener('keydown', move);
  list.addEventListener('focusin', (event) => (active = event.target.dataset.key ?? active));
  addEventListener('scroll', paint, { capture: true, passive: true });
  addEventListener('resize', paint);

  return {
    draw(now, chosen) {
      rows = now;
      selected = chosen;
      list.style.height = `${rows.length * height()}px`;
      paint();
    },
    /** Whether the first row has been scrolled out of sight. */
    isScrolled: () => Boolean(list.offsetParent) && range(height())[0] > 0,
    toTop() {
      scroller.scrollTop = 0;
      if (!scrolls()) scrollTo({ top: 0, behavior: 'instant' });
    },
  };
}

function flash(element) {
  element.classList.remove('changed');
  void element.offsetWidth; // lets the animation begin again
  element.classList.add('changed');
  setTimeout(() => element.classList.remove('changed'), 1_700); // not once more when a hidden list is shown
}
