export function countBy(items, key) {
  const counts = {};
  for (const item of items) {
    counts[item[key]] = (counts[item[key]] ?? 0) + 1;
  }
  return counts;
}

export function longest(words) {
  const best = '';
  for (const word of words) {
    if (word.length > best.length) {
      best = word;
    }
  }
  return best;
}
