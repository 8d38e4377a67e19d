import { el } from './dom.js';
import { span, time } from './when.js';

const LONG = 120; // seconds without news after which what waits is worth a word
const ENGINES = { kstreams: 'Streams', spark: 'Spark' };
const sum = (topics, of) => topics.reduce((all, topic) => all + of(topic), 0);
const newest = (topics, of) => Math.max(0, ...topics.map((topic) => of(topic).newest));
const age = (at) => (at ? Date.now() / 1000 - at : Infinity);
const many = (count, one) => `${count.toLocaleString()} ${one}${count === 1 ? '' : 's'}`;
const megabytes = (bytes) => `${(bytes / 1e6).toLocaleString(undefined, { maximumFractionDigits: 1 })} MB`;

/** Records of one stage over all topics: how many, how fresh, how many a second. */
function flowOf(topics, of) {
  return { value: sum(topics, (t) => of(t).records).toLocaleString(), at: newest(topics, of), rate: sum(topics, (t) => of(t).rate) };
}

function lines(topics) {
  const flow = flowOf(topics, (t) => t.raw);
  return { name: 'Log lines', ...flow, tone: flow.at ? 'good' : 'idle', words: flow.at ? '' : 'waiting for a first line' };
}

/** What reads the lines: how far it is by the broker's account, and what it told itself. */
function windows(topics, state) {
  const unread = sum(topics, (t) => t.unread);
  const stuck = topics.find((t) => t.unread > 0 && age(t.raw.newest) > LONG);
  const reached = Math.max(0, ...topics.map((t) => t.windows.watermark));
  return {
    name: 'Windows', value: ENGINES[state.engine] ?? '–', at: reached, of: 'event time ', rate: sum(topics, (t) => t.windows.rate),
    lag: unread ? `${many(unread, 'line')} behind` : '',
    tone: stuck ? 'warn' : unread ? 'busy' : state.engine ? 'good' : 'idle',
    words: stuck
      ? `${many(stuck.unread, 'line')} of ${stuck.topic} lie unread for ${span(age(stuck.raw.newest))}: start the windows with tracemend windows`
      : state.engine ? `${many(state.states, 'state')}, ${megabytes(state.bytes)}` : 'no line has been read',
  };
}

function contexts(topics) {
  const flow = flowOf(topics, (t) => t.ctx);
  return { name: 'Contexts', ...flow, tone: flow.at ? 'good' : 'idle', words: flow.at ? '' : 'no error has been seen' };
}

function worker(topics) {
  const workers = sum(topics, (t) => t.workers);
  const waiting = sum(topics, (t) => t.waiting);
  const alone = topics.find((t) => t.workers === 0 && (t.waiting > 0 || t.results.records < t.ctx.records));
  const slow = topics.find((t) => t.workers > 0 && t.waiting > 0 && age(t.ctx.newest) > LONG * 5 && age(t.results.newest) > LONG * 5);
  return {
    name: 'Worker', value: workers ? `${workers} ready` : 'none', at: 0, rate: 0,
    lag: waiting ? `${many(waiting, 'context')} waiting` : '',
    tone: alone || slow ? 'warn' : workers ? (waiting ? 'busy' : 'good') : 'idle',
    words: alone
      ? `nobody works on ${alone.topic}: start one with tracemend worker --topic ${alone.topic}`
      : slow ? `no result of ${slow.topic} for ${span(age(slow.results.newest))}: the worker's log tells what it does`
        : workers ? (waiting ? '' : 'nothing to do') : 'not connected',
  };
}

function results(topics) {
  const flow = flowOf(topics, (t) => t.results);
  return { name: 'Results', ...flow, tone: flow.at ? 'good' : 'idle', words: flow.at ? '' : 'none yet' };
}

/** The stages in the order in which a line flows: what each holds, its rate, lag and age, and what to do where it stands still. */
function stages({ reachable, detail, topics, windows: state }) {
  if (reachable) return [lines(topics), windows(topics, state), contexts(topics), worker(topics), results(topics)];
  return ['Log lines', 'Windows', 'Contexts', 'Worker', 'Results'].map((name, at) => ({
    name, value: '–', at: 0, rate: 0, tone: at ? 'idle' : 'bad', words: at ? '' : detail || 'the broker does not answer',
  }));
}

function facts({ rate, lag, at, of }) {
  const all = [rate ? `${rate.toLocaleString(undefined, { maximumFractionDigits: 1 })}/s` : null, lag || null, at ? [of, time(at)] : null].filter(Boolean);
  return all.length ? el('span', { class: 'fresh' }, all.flatMap((one, i) => [i ? ' · ' : null, one]).flat()) : null;
}

export function drawFlow(list, report) {
  list.replaceChildren(...stages(report).map((stage) =>
    el('li', { data: { tone: stage.tone } },
      el('span', { class: 'stage' }, stage.name),
      el('span', { class: 'value' }, stage.value),
      facts(stage),
      stage.words ? el('span', { class: 'words' }, stage.words) : null)));
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
