import { el } from './dom.js';
import { ask } from './board.js';
import { span, time } from './when.js';

const money = (cost) => cost.toLocaleString(undefined, { maximumFractionDigits: cost < 1 ? 4 : 2 });

/** What happened to a cause: rows of time, words, and what it took. */
function moments(incident) {
  const { life, standing } = incident;
  const result = standing[0];
  const attempts = life.attempts.map((one) => ({
    ts: one.ts, words: `Attempt ended: ${one.verdict}`, why: one.why, seconds: one.seconds, tokens: one.tokens, cost: one.cost,
  }));
  if (result && !life.attempts.some((one) => one.resultId === result.id)) {
    attempts.push({
      ts: result.ts, words: `Attempt ended: ${result.verdict}`, why: '', seconds: result.durations?.total ?? 0,
      tokens: (result.model?.tokensIn ?? 0) + (result.model?.tokensOut ?? 0), cost: 0,
    });
  }
  return [
    { ts: incident.firstSeen, words: 'First error' },
    ...attempts,
    ...life.decisions.map((one) => ({ ts: one.ts, words: `${one.decision} by ${one.by}`, why: one.comment })),
    incident.count > 1 ? { ts: incident.lastSeen, words: 'Last error' } : null,
  ].filter((one) => one && one.ts > 0).sort((a, b) => a.ts - b.ts);
}

function number(value, words) {
  return el('td', { class: 'number' }, value > 0 ? words(value) : '');
}

/** The timeline with time, tokens and cost of each attempt, their sums, and the audit behind it. */
export function drawTimeline(incident, path) {
  const all = moments(incident);
  const of = (key) => all.reduce((sum, one) => sum + (one[key] ?? 0), 0);
  const total = el('tr', { class: 'total' }, el('th', { scope: 'row' }, 'Together'), el('td', {}),
    number(of('seconds'), span), number(of('tokens'), (n) => n.toLocaleString()), number(of('cost'), money));
  return el('section', { class: 'block timeline' },
    el('h3', {}, 'Timeline'),
    el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Timeline' },
      el('table', {},
        el('thead', {}, el('tr', {}, ['When', 'What', 'Took', 'Tokens', 'Cost'].map((name) => el('th', { scope: 'col' }, name)))),
        el('tbody', {}, all.map((one) => el('tr', {},
          el('td', {}, time(one.ts)),
          el('td', {}, one.words, one.why ? el('span', { class: 'faint' }, `: ${one.why}`) : null),
          number(one.seconds, span), number(one.tokens, (n) => n.toLocaleString()), number(one.cost, money)))),
        of('seconds') ? el('tfoot', {}, total) : null)),
    trail(path));
}

/** The audit of the incident, asked for when it is opened. */
function trail(path) {
  const list = el('ol', { class: 'trail' });
  const more = el('button', { type: 'button', class: 'quiet', hidden: true }, 'Older ones');
  const folded = el('details', { data: { keep: 'audit' } },
    el('summary', { data: { keep: 'audit-summary' } }, el('h4', {}, 'Every decision and its reason')), list, more);
  let next = '';
  const load = async () => {
    try {
      const page = await ask(`${path}/audit?limit=50&cursor=${encodeURIComponent(next)}`);
      next = page.next;
      more.hidden = !next;
      list.append(...page.entries.map((entry) => el('li', {},
        el('strong', {}, entry.decision), ` by ${entry.by}: ${entry.reason} `, time(entry.ts))));
      if (!list.children.length) list.append(el('li', {}, 'Nothing was decided yet.'));
    } catch (problem) {
      list.append(el('li', {}, problem.message));
    }
  };
  more.addEventListener('click', load);
  folded.addEventListener('toggle', () => {
    if (folded.open && !list.children.length) load();
  });
  return folded;
}
