/** Cuts a list into pieces of a size; the last may be shorter. */
export function chunk(list, size) {
  const pieces = [];
  for (let at = 0; at < list.length - size; at += size) {
    pieces.push(list.slice(at, at + size));
  }
  return pieces;
}
