import { el } from './dom.js';
import { time } from './when.js';

const sum = (topics, of) => topics.reduce((all, topic) => all + of(topic), 0);
const newest = (topics, of) => Math.max(0, ...topics.map((topic) => of(topic).newest));

/** The stages in the order in which a line flows: what each holds, how fresh it is, and what to do where it stands still. */
function stages({ reachable, detail, topics }) {
  if (!reachable) {
    return ['Log lines', 'Contexts', 'Worker', 'Results'].map((name, at) => ({
      name, tone: at ? 'idle' : 'bad', value: '–', words: at ? '' : detail || 'the broker does not answer',
    }));
  }
  const raw = sum(topics, (t) => t.raw.records);
  const contexts = sum(topics, (t) => t.ctx.records);
  const results = sum(topics, (t) => t.results.records);
  const workers = sum(topics, (t) => t.workers);
  const waiting = sum(topics, (t) => t.waiting);
  const unread = sum(topics, (t) => t.unread);
  const alone = topics.find((t) => t.workers === 0 && (t.waiting > 0 || t.results.records < t.ctx.records));
  return [
    { name: 'Log lines', value: raw.toLocaleString(), at: newest(topics, (t) => t.raw), tone: raw ? 'good' : 'idle',
      words: raw ? '' : 'waiting for a first line' },
    { name: 'Contexts', value: contexts.toLocaleString(), at: newest(topics, (t) => t.ctx), tone: contexts ? 'good' : 'idle',
      words: unread ? `${unread.toLocaleString()} lines to read` : contexts ? '' : 'no error has been seen' },
    { name: 'Worker', value: waiting ? `${waiting} waiting` : workers ? `${workers} ready` : 'none',
      tone: alone ? 'warn' : workers ? (waiting ? 'busy' : 'good') : 'idle',
      words: alone ? 'start one: tracemend worker --topic ' + alone.topic : waiting ? 'working' : workers ? 'idle' : 'not connected' },
    { name: 'Results', value: results.toLocaleString(), at: newest(topics, (t) => t.results), tone: results ? 'good' : 'idle',
      words: results ? '' : 'none yet' },
  ];
}

export function drawFlow(list, report) {
  list.replaceChildren(...stages(report).map((stage) =>
    el('li', { data: { tone: stage.tone } },
      el('span', { class: 'stage' }, stage.name),
      el('span', { class: 'value' }, stage.value),
      el('span', { class: 'fresh' }, stage.at ? time(stage.at) : stage.words))));
}

/** What a person must know before reading on; empty while all is well. */
export function warning(report) {
  if (!report.reachable && report.detail !== 'not asked yet') {
    return `The broker is out of reach: ${report.detail}. What you see is what was known before.`;
  }
  if (report.board === 'restoring') return 'The board is restoring; incidents appear in a moment.';
  if (report.board === 'failed') return 'The board broke and starts again by itself; /health tells why.';
  if (report.malformed > 0) return `${report.malformed} records could not be read and were left out.`;
  return '';
}
