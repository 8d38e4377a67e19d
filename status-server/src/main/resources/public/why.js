import { el } from './dom.js';

const MOST_FRAMES = 2; // as the fingerprint counts them

/** The frames that name a cause: the first own ones of the innermost exception that has some, else the root's first. */
function naming(exceptions) {
  const inner = [...exceptions].reverse();
  const own = inner.map((thrown) => thrown.frames.filter((frame) => frame.inApp)).find((frames) => frames.length);
  const names = (own ?? inner[0]?.frames ?? []).map((frame) => [frame.class, frame.method].filter(Boolean).join('.'));
  return names.filter((name, at) => name && name !== names[at - 1]).slice(0, MOST_FRAMES);
}

/** Why these errors are one incident, in words; null where no context told what it is made of. */
export function drawGrouping(incident) {
  const { exceptions, contexts, count, fingerprint } = incident;
  if (!contexts) return null;
  const root = exceptions.at(-1);
  const frames = naming(exceptions);
  const shared = [
    root ? ['The exception', root.type] : null,
    ...frames.map((name, at) => [at ? 'called from' : 'thrown below', name]),
    frames.length ? null : ['The wording', 'logger and message, with numbers and values left out'],
  ].filter(Boolean);
  return el('details', { class: 'block', data: { keep: 'grouping' } },
    el('summary', { data: { keep: 'grouping-summary' } }, el('h3', {}, 'Why this is one incident')),
    el('p', {}, count === 1 ? 'Further errors join it that share:' : `${count.toLocaleString()} errors in ${contexts.toLocaleString()} ${contexts === 1 ? 'window' : 'windows'} share:`),
    el('dl', { class: 'facts' }, shared.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', { class: 'mono' }, value)))),
    el('p', { class: 'faint' }, 'Line numbers, times and values are left out, so an edit elsewhere in the file does not split it.'
      + ' A grouping rule of yours goes before this. Fingerprint ', el('span', { class: 'mono' }, fingerprint), '.'));
}
