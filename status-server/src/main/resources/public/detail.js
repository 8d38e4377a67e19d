import { el } from './dom.js';
import { drawDecisions, drawLife, pathOf } from './decide.js';
import { diffView } from './diffview.js';
import { drawTimeline } from './timeline.js';
import { drawLog } from './trace.js';
import { badge, parts, slug, times } from './rows.js';
import { span, time } from './when.js';
import { drawGrouping } from './why.js';

const HEADLINES = {
  verified: 'Verified fix',
  proposed: 'Proposed fix, not proved',
  diagnosed: 'Diagnosed: the code is not the place to mend it',
  refused: 'Not worked on',
  failed: 'No fix found',
};
const WAITING = {
  new: ['Waiting for a worker', 'No worker is connected to this topic yet.'],
  working: ['A worker is on it', 'It reads the code, tries candidate edits in a scratch copy and judges each.'],
};

function block(title, ...content) {
  return el('section', { class: 'block' }, el('h3', {}, title), ...content);
}

/** Lines of text as a list where there are several; their own bullets and numbers are taken off. */
function items(text, list = 'ol', look = 'steps') {
  const lines = text.split('\n').map((line) => line.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '').trim()).filter(Boolean);
  return lines.length > 1 ? el(list, { class: look }, lines.map((line) => el('li', {}, line))) : el('p', {}, lines[0] ?? '');
}

function copier(text, what) {
  const button = el('button', { type: 'button', class: 'quiet', 'aria-label': `Copy ${what}` }, 'Copy');
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = 'Copied';
    } catch {
      button.textContent = 'Not allowed';
    }
    setTimeout(() => (button.textContent = 'Copy'), 1500);
  });
  return button;
}

function head(incident) {
  const { type, text } = parts(incident.title || incident.fingerprint);
  const facts = [
    ['Seen', times(incident.count)],
    ['First', time(incident.firstSeen)],
    ['Last', time(incident.lastSeen)],
    ['Topic', incident.topic],
    incident.service ? ['Service', incident.service] : null,
    incident.where ? ['Where', el('span', { class: 'mono' }, incident.where)] : null,
  ].filter(Boolean);
  return el('header', { class: 'head' },
    el('p', { class: 'head-top' }, el('a', { class: 'back', href: '#/' }, '← All incidents'), badge(incident.state),
      el('span', { class: 'mono faint', title: 'fingerprint' }, incident.fingerprint)),
    el('h1', {}, type || text, type && text ? el('span', { class: 'message' }, text) : null),
    el('dl', { class: 'facts' }, facts.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value)))));
}

function ladder(result) {
  const { steps = [] } = result.verification ?? {};
  if (!steps.length) return null;
  return el('ol', { class: 'ladder' }, steps.map((step) =>
    el('li', { data: { passed: step.passed } },
      el('span', { class: 'mark', role: 'img', 'aria-label': step.passed ? 'held' : 'failed' }, step.passed ? '✓' : '✗'),
      el('span', { class: 'rung' }, step.name),
      seen(step),
      el('span', { class: 'took' }, step.seconds > 0 ? span(step.seconds) : ''))));
}

/** What a step put out: short words as they are, a long output folded. */
function seen(step) {
  const lines = step.detail.split('\n');
  if (lines.length <= 3 && step.detail.length <= 400) return el('span', { class: 'seen' }, step.detail);
  return el('span', { class: 'seen' }, lines[0].slice(0, 200),
    el('details', { data: { keep: `step-${step.name}` } },
      el('summary', {}, `The whole output, ${lines.length.toLocaleString()} ${lines.length === 1 ? 'line' : 'lines'}`),
      el('pre', { class: 'code scroll', tabindex: '0' }, step.detail)));
}

function proof(result) {
  const { failToPass = [], passToPass = 0, sandbox = '' } = result.verification ?? {};
  const words = [];
  if (failToPass.length) words.push(`${failToPass.length === 1 ? 'One check' : `${failToPass.length} checks`} failed before and ${failToPass.length === 1 ? 'passes' : 'pass'} now`);
  if (passToPass) words.push(`${passToPass.toLocaleString()} tests that passed still pass`);
  if (sandbox && sandbox !== 'none') words.push(`ran in ${sandbox}`);
  return words.length ? el('p', { class: 'faint' }, words.join(' · ')) : null;
}

function verdict(incident, result) {
  if (!result) {
    const [title, words] = WAITING[incident.state] ?? WAITING.new;
    return el('section', { class: 'verdict', data: { state: slug(incident.state) } }, el('h2', {}, title), el('p', {}, words));
  }
  return el('section', { class: 'verdict', data: { state: slug(incident.state) } },
    el('h2', {}, HEADLINES[result.verdict] ?? result.verdict),
    result.summary ? el('p', { class: 'summary' }, result.summary) : null,
    result.why && result.why !== result.summary ? el('p', {}, result.why) : null,
    ladder(result),
    proof(result));
}

function cause(result) {
  const { text, confidence, evidence = [] } = result.rootCause ?? {};
  if (!text && !result.key_points) return null;
  return block('Cause',
    text ? el('p', {}, text, confidence > 0 ? el('span', { class: 'faint' }, ` (${Math.round(confidence * 100)} % sure)`) : null) : null,
    result.key_points && result.key_points !== text ? items(result.key_points, 'ul', 'points') : null,
    evidence.length ? el('ul', { class: 'chips' }, evidence.map((one) => el('li', { class: 'mono' }, one))) : null);
}

function change(result) {
  const patch = result.patch ?? {};
  if (!patch.diff) return null;
  const { element, toggle } = diffView(patch.diff);
  return el('section', { class: 'block' },
    el('div', { class: 'block-head' }, el('h3', {}, 'Change'),
      el('span', { class: 'mono faint' }, el('ins', {}, `+${patch.added}`), ' ', el('del', {}, `−${patch.removed}`)),
      patch.operator ? el('span', { class: 'faint' }, `by ${patch.operator}`) : null,
      patch.symptom ? el('span', { class: 'faint' }, 'guards the place that failed') : null,
      el('span', { class: 'tools' }, toggle, copier(patch.diff, 'the diff'))),
    element);
}

function commands(result) {
  const all = result.commands ?? [];
  if (!all.length) return null;
  return block('You can run', el('ul', { class: 'commands' }, all.map((one) => el('li', {}, el('code', {}, one), copier(one, 'the command')))));
}

function reproducer(result) {
  const source = result.verification?.reproducer;
  if (!source) return null;
  return el('details', { class: 'block', data: { keep: 'reproducer' } },
    el('summary', {}, el('h3', {}, 'Reproduction')), el('pre', { class: 'code scroll', tabindex: '0' }, source));
}

const ORDER = ['locate', 'baseline', 'reproduce', 'model', 'plan', 'edit', 'judge'];
const rank = (stage) => (ORDER.includes(stage) ? ORDER.indexOf(stage) : ORDER.length);

function made(result) {
  const stages = Object.entries(result.durations ?? {})
    .filter(([name, seconds]) => name !== 'total' && seconds > 0)
    .sort(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b));
  const total = result.durations?.total ?? 0;
  const facts = [
    result.mode ? (result.mode === 'llm' ? `with the model ${result.model?.name ?? ''}` : 'by rules, without a model') : '',
    result.tries ? `${result.tries} ${result.tries === 1 ? 'candidate' : 'candidates'} judged` : '',
    result.model?.calls ? `${result.model.calls} calls, ${(result.model.tokensIn + result.model.tokensOut).toLocaleString()} tokens` : '',
    result.git?.base ? `against ${result.git.base.slice(0, 10)}${result.git.branch ? ` (${result.git.branch})` : ''}` : '',
  ].filter(Boolean);
  if (!stages.length && !facts.length && !total) return null;
  return block(total ? `Made in ${span(total)}` : 'How it was made',
    stages.length ? bar(stages) : null,
    el('p', { class: 'faint' }, facts.join(' · '), facts.length ? ' · ' : '', time(result.ts)));
}

function bar(stages) {
  const all = stages.reduce((sum, [, seconds]) => sum + seconds, 0);
  const pieces = stages.map(([, seconds], at) => {
    const piece = el('span', { data: { at: at % 6 } });
    piece.style.flexGrow = String(Math.max(seconds / all, 0.01));
    return piece;
  });
  return el('div', { class: 'durations' },
    el('div', { class: 'bar', 'aria-hidden': 'true' }, pieces),
    el('ul', {}, stages.map(([name, seconds], at) => el('li', {}, el('i', { data: { at: at % 6 }, 'aria-hidden': 'true' }), `${name} ${span(seconds)}`))));
}

/** The whole of one incident. */
export function drawDetail(incident) {
  const result = incident.standing[0];
  return [
    head(incident),
    verdict(incident, result),
    drawDecisions(incident),
    drawLife(incident),
    result ? cause(result) : null,
    result?.plan ? block('Plan', items(result.plan)) : null,
    result ? change(result) : null,
    result ? commands(result) : null,
    incident.log.length ? block('Log', drawLog(incident)) : null,
    drawGrouping(incident),
    result ? reproducer(result) : null,
    drawTimeline(incident, pathOf(incident)),
    result ? made(result) : null,
  ].filter(Boolean);
}

/** What the right side says while no service has failed. */
export function drawEmpty() {
  return [el('div', { class: 'empty' },
    el('h1', {}, 'Nothing has failed yet'),
    el('p', {}, 'Incidents appear here by themselves as soon as a service that is followed logs an error. Follow one:'),
    el('pre', { class: 'code' }, "tracemend up --workspace ~/shop --logs '/var/log/shop/*.log' --topic app"),
    el('p', {}, 'Or watch a small service break and be mended, on this machine alone:'),
    el('pre', { class: 'code' }, 'tracemend demo'))];
}

/** Why an incident is not shown. */
export function drawProblem(words) {
  return [el('div', { class: 'empty' },
    el('p', { class: 'head-top' }, el('a', { class: 'back', href: '#/' }, '← All incidents')),
    el('h1', {}, 'This incident cannot be shown'), el('p', {}, words))];
}
