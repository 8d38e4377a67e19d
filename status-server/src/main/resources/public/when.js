import { el } from './dom.js';

const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

/** How long ago, or how soon, in words. */
export function ago(seconds) {
  const age = Date.now() / 1000 - seconds;
  if (age < -60) return age > -86400 ? `in ${span(-age)}` : day.format(seconds * 1000);
  if (age < 5) return 'just now';
  if (age < 60) return `${Math.floor(age)} s ago`;
  if (age < 3600) return `${Math.floor(age / 60)} min ago`;
  if (age < 86400) return `${Math.floor(age / 3600)} h ago`;
  return day.format(seconds * 1000);
}

/** A time element that `refresh` keeps true. */
export function time(seconds) {
  if (!seconds) return el('span', {}, 'unknown');
  const at = new Date(seconds * 1000);
  return el('time', { datetime: at.toISOString(), title: full.format(at), data: { at: seconds } }, ago(seconds));
}

/** A duration, with as many digits as matter. */
export function span(seconds) {
  if (seconds < 0.0995) return `${Math.round(seconds * 1000)} ms`;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}

/** Brings all times on the page up to now. */
export function refresh() {
  for (const element of document.querySelectorAll('time[data-at]')) {
    const words = ago(Number(element.dataset.at));
    if (element.textContent !== words) element.textContent = words;
  }
}
