// What happened lately: errors, fixes, time to fix, cost; drawn as bars, and told as a table.

import { el, say, svg } from './dom.js';
import { ask } from './board.js';
import { span } from './when.js';

const RANGES = [['1h', 'Hour'], ['24h', 'Day'], ['7d', 'Week'], ['30d', 'Month']];
const AGAIN_MS = 10_000;
const WIDTH = 600;
const HEIGHT = 90;
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const date = new Intl.DateTimeFormat(undefined, { dateStyle: 'short', timeStyle: 'short' });
const plural = (count, one) => `${count.toLocaleString()} ${one}${count === 1 ? '' : 's'}`;
const money = (cost) => cost.toLocaleString(undefined, { maximumFractionDigits: cost < 1 ? 4 : 2 });

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  if (!sorted.length) return 0;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Each chart: the height of a step's bar, the words for a step, and what sums all up. */
const CHARTS = [
  { name: 'Errors', tone: 'bad', of: (s) => s.errors, words: (s) => plural(s.errors, 'error'),
    all: (steps) => plural(steps.reduce((sum, s) => sum + s.errors, 0), 'error') },
  { name: 'Verified fixes', tone: 'good', of: (s) => s.fixes, words: (s) => plural(s.fixes, 'fix').replace('fixs', 'fixes'),
    all: (steps) => plural(steps.reduce((sum, s) => sum + s.fixes, 0), 'fix').replace('fixs', 'fixes') },
  { name: 'Time to fix', tone: 'info', of: (s) => median(s.fixSeconds), words: (s) => (s.fixes ? span(median(s.fixSeconds)) : 'no fix'),
    all: (steps) => {
      const seconds = steps.flatMap((s) => s.fixSeconds);
      return seconds.length ? `median ${span(median(seconds))}, slowest ${span(Math.max(...seconds))}` : 'no fix';
    } },
  { name: 'Cost', tone: 'warn', of: (s) => s.cost || s.tokens / 1e9, // without prices the tokens alone give the shape
    words: (s) => `${money(s.cost)}, ${plural(s.tokens, 'token')}, ${plural(s.attempts, 'attempt')}`,
    all: (steps) => `${money(steps.reduce((sum, s) => sum + s.cost, 0))} · ${plural(steps.reduce((sum, s) => sum + s.tokens, 0), 'token')} · ${plural(steps.reduce((sum, s) => sum + s.attempts, 0), 'attempt')}` },
];

const at = (step, width) => (width < 3_600 ? clock : date).format(step.at * 1000);

function bars(chart, steps, width) {
  const values = steps.map(chart.of);
  const most = Math.max(...values) || 1;
  const slot = WIDTH / steps.length;
  return svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': `${chart.name}: ${chart.all(steps)}` },
    steps.map((step, i) => {
      const height = values[i] > 0 ? Math.max(2, (values[i] / most) * (HEIGHT - 4)) : 0;
      return svg('g', { class: 'bar' },
        svg('title', {}, `${at(step, width)}: ${chart.words(step)}`),
        svg('rect', { class: 'reach', x: i * slot, y: 0, width: slot, height: HEIGHT }),
        svg('rect', { class: 'value', x: i * slot + slot * 0.12, y: HEIGHT - height, width: slot * 0.76, height }));
    }));
}

function figure(chart, { steps, width }) {
  return el('figure', { class: 'chart', data: { tone: chart.tone } },
    el('figcaption', {}, el('strong', {}, chart.name), ' ', el('span', { class: 'faint' }, chart.all(steps))),
    bars(chart, steps, width),
    el('p', { class: 'axis', 'aria-hidden': 'true' }, el('span', {}, at(steps[0], width)), el('span', {}, 'now')));
}

function table({ steps, width }) {
  const told = steps.filter((s) => s.errors || s.fixes || s.attempts);
  return el('table', {},
    el('thead', {}, el('tr', {}, ['From', ...CHARTS.map((chart) => chart.name)].map((name) => el('th', { scope: 'col' }, name)))),
    el('tbody', {}, told.map((step) => el('tr', {}, el('th', { scope: 'row' }, at(step, width)), CHARTS.map((chart) => el('td', {}, chart.words(step)))))));
}

/** The overview: `element` keeps itself true while it is shown. */
export function charts() {
  const drawn = el('div', { class: 'charts-grid' });
  const told = el('p', { class: 'faint', role: 'status' });
  const asTable = el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'The charts as a table' });
  const choices = RANGES.map(([range, name]) => el('button', { type: 'button', class: 'quiet', data: { range }, 'aria-pressed': 'false' }, name));
  const element = el('section', { class: 'charts', 'aria-label': 'Charts' },
    el('p', { class: 'head-top' }, el('a', { class: 'back', href: '#/' }, '← All incidents')),
    el('div', { class: 'charts-head' }, el('h1', {}, 'What happened lately'), el('p', { class: 'ranges', role: 'group', 'aria-label': 'Range' }, choices)),
    told, drawn,
    el('details', { data: { keep: 'chart-table' } }, el('summary', {}, el('h2', {}, 'The same as a table')), asTable),
    el('p', { class: 'faint hint' }, 'Choose an incident to see its log lines, the cause, the change and the proof.'));
  let range = '1h';
  let timer = 0;
  let last = '';

  async function load() {
    const now = range;
    try {
      const report = await ask(`/api/activity?range=${now}`);
      if (now !== range) return;
      say(told, '');
      const text = JSON.stringify(report);
      if (text === last) return;
      last = text;
      drawn.replaceChildren(...CHARTS.map((chart) => figure(chart, report)));
      asTable.replaceChildren(table(report));
    } catch (problem) {
      say(told, `The charts cannot be drawn just now: ${problem.message}`);
    }
  }

  function choose(next) {
    range = next;
    for (const one of choices) one.setAttribute('aria-pressed', String(one.dataset.range === range));
    load();
  }

  for (const one of choices) one.addEventListener('click', () => choose(one.dataset.range));
  return {
    element,
    show(visible) {
      if (visible === Boolean(timer)) return;
      clearInterval(timer);
      timer = visible ? setInterval(load, AGAIN_MS) : 0;
      if (visible) choose(range);
    },
  };
}
