// What a person wants to see of the list. The address keeps it, so that a link shows the same to another person.

import { el } from './dom.js';

export const STATES = ['new', 'working', 'verified fix', 'proposed', 'diagnosed', 'no fix found', 'refused', 'approved',
  'applied', 'closed', 'regressed', 'expired', 'stopped'];
const OPEN = new Set(['new', 'working', 'regressed']);

/** The filter that the address names. */
function read() {
  const asked = new URLSearchParams(location.search);
  return { q: asked.get('q') ?? '', state: asked.get('state') ?? '', topic: asked.get('topic') ?? '' };
}

function write(filter) {
  const asked = new URLSearchParams(Object.entries(filter).filter(([, value]) => value));
  const query = asked.toString();
  history.replaceState(null, '', `${location.pathname}${query ? `?${query}` : ''}${location.hash}`);
}

export const isEmpty = (filter) => !filter.q && !filter.state && !filter.topic;

/** A test of rows; every word of the text has to occur somewhere in what a row shows. */
export function matcher({ q, state, topic }) {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  return (row) => {
    if (topic && row.topic !== topic) return false;
    if (state && !(state === 'open' ? OPEN.has(row.state) : row.state === state)) return false;
    if (!words.length) return true;
    const text = `${row.title} ${row.where} ${row.service} ${row.topic} ${row.fingerprint} ${row.summary}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
}

/**
 * Fills `form` and keeps it, the address and `told(filter)` in step. What comes back has `current()`, `topics(names)` for
 * the topics that there are, and `clear()`.
 */
export function filters(form, told) {
  const q = el('input', { type: 'search', name: 'q', placeholder: 'Search', 'aria-label': 'Search incidents', autocomplete: 'off' });
  const state = el('select', { name: 'state', 'aria-label': 'State' },
    el('option', { value: '' }, 'Every state'), el('option', { value: 'open' }, 'open'),
    STATES.map((word) => el('option', { value: word }, word)));
  const topic = el('select', { name: 'topic', 'aria-label': 'Topic' });
  let filter = read();
  let known = null;

  function topics(names) {
    const all = [...new Set([...names, filter.topic].filter(Boolean))].sort();
    if (known === all.join()) return;
    known = all.join();
    topic.replaceChildren(el('option', { value: '' }, 'Every topic'), ...all.map((name) => el('option', { value: name }, name)));
    topic.value = filter.topic;
    topic.hidden = all.length < 2 && !filter.topic;
  }

  function put() {
    q.value = filter.q;
    state.value = filter.state;
    topic.value = filter.topic;
  }

  function change(next) {
    filter = next;
    write(filter);
    told(filter);
  }

  form.append(q, state, topic);
  topics([]);
  put();
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', () => change({ q: q.value.trim(), state: state.value, topic: topic.value }));
  addEventListener('popstate', () => {
    filter = read();
    put();
    told(filter);
  });
  return {
    current: () => filter,
    topics,
    clear() {
      change({ q: '', state: '', topic: '' });
      put();
    },
  };
}
