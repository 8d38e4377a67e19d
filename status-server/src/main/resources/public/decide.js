import { el } from './dom.js';
import { time } from './when.js';

const WORDS = {
  approve: 'Approved: the worker delivers it',
  reject: 'Rejected: the worker takes it back',
  retry: 'Another attempt is asked for',
  stop: 'Stopped: nothing more is done about this cause',
};

/** Where the API keeps an incident. */
export const pathOf = (incident) => `/api/incidents/${encodeURIComponent(incident.topic)}/${encodeURIComponent(incident.fingerprint)}`;

async function send(incident, decision, reason) {
  const answer = await fetch(`${pathOf(incident)}/decisions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ decision, reason, resultId: incident.life.proposal }),
  });
  if (answer.ok) return;
  const problem = await answer.json().catch(() => ({}));
  throw new Error(problem.detail ?? `the server answered ${answer.status}`);
}

/** What a person can say about an incident; null while no worker has answered it. */
export function drawDecisions(incident) {
  const { life } = incident;
  if (!incident.standing.length && !life.resultId) return null;
  const told = el('p', { class: 'told', role: 'status' });
  const reason = el('textarea', { id: 'reason', rows: '2', maxlength: '2000', data: { keep: 'reason' } });
  const buttons = [];
  const button = (decision, label, look) => {
    const made = el('button', { type: 'button', class: look, data: { decision, keep: decision } }, label);
    made.addEventListener('click', async () => {
      if (decision === 'reject' && !reason.value.trim()) {
        told.textContent = 'Say what is wrong with it: the reason is remembered.';
        reason.focus();
        return;
      }
      for (const one of buttons) one.disabled = true;
      try {
        await send(incident, decision, reason.value.trim());
        told.textContent = WORDS[decision];
        reason.value = '';
      } catch (problem) {
        told.textContent = `Not sent: ${problem.message}`;
        for (const one of buttons) one.disabled = false;
      }
    });
    buttons.push(made);
    return made;
  };
  const waits = Boolean(life.proposal);
  return el('section', { class: 'block decide', 'aria-label': 'Decide' },
    el('h3', {}, waits ? 'It waits for you' : 'You can say'),
    life.risk ? el('p', {}, `Needs a person: ${life.risk}`) : null,
    waits && life.expiresAt > 0 ? el('p', { class: 'faint' }, 'Lapses ', time(life.expiresAt)) : null,
    el('label', { for: 'reason' }, 'Reason'), reason,
    el('div', { class: 'buttons' },
      waits ? button('approve', 'Apply', 'strong') : null,
      waits ? button('reject', 'Reject with reason', 'quiet') : null,
      button('retry', 'Retry', 'quiet'),
      life.state === 'stopped' ? null : button('stop', 'Stop', 'quiet')),
    told);
}

/** Where it went. */
export function drawLife(incident) {
  const { life } = incident;
  if (!life.state) return null;
  const link = /^https?:\/\//.test(life.pullRequest)
    ? el('a', { href: life.pullRequest, rel: 'noopener noreferrer', target: '_blank' }, life.pullRequest) : life.pullRequest;
  const facts = [
    ['State', life.state],
    ['Attempts', String(life.attempted)],
    life.branch ? ['Branch', el('span', { class: 'mono' }, life.branch)] : null,
    life.commit ? ['Commit', el('span', { class: 'mono' }, life.commit.slice(0, 12))] : null,
    life.pullRequest ? ['Pull request', link] : null,
    life.regressions ? ['Came back', `${life.regressions}×`] : null,
    life.quietWindows ? ['Quiet for', `${life.quietWindows} windows`] : null,
  ].filter(Boolean);
  return el('section', { class: 'block life' }, el('h3', {}, 'On its way'),
    el('dl', { class: 'facts' }, facts.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value)))));
}
