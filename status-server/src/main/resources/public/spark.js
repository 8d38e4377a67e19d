import { svg } from './dom.js';

const SLOTS = 24;
const SLOT = 3.5;
const HEIGHT = 20;

/** Errors over the life of a cause as small bars, the latest on the right; one path, since a list has many. */
export function drawSpark({ counts }) {
  const most = Math.max(1, ...counts);
  const begin = SLOTS - counts.length;
  const bars = counts.map((count, at) => {
    const height = count ? Math.max(2, Math.round((count / most) * (HEIGHT - 2))) : 0;
    return height ? `M${((begin + at) * SLOT + 1.25).toFixed(2)} ${HEIGHT}v-${height}` : '';
  });
  return svg('svg', { class: 'spark', width: SLOTS * SLOT, height: HEIGHT, 'aria-hidden': 'true' },
    svg('path', { d: bars.join('') }));
}
