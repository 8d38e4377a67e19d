// Colours for code: comments, strings, numbers and words of Java, Python and JavaScript, told apart well enough for a diff.

import { el } from './dom.js';

const LONGEST = 600; // a longer line is no code that a person reads
const WORDS = new Set(('abstract and as assert async await boolean break byte case catch char class const continue def default del do '
  + 'double elif else enum except extends false final finally float for from function global if implements import in instanceof int '
  + 'interface is lambda let long new None not null or package pass private protected public raise record return sealed short static '
  + 'super switch synchronized this throw throws True False true try undefined var void volatile while with yield').split(' '));
const HASH = /\.(py|rb|sh|ya?ml|toml|properties|cfg|ini)$/;
const SLASHES = /(\/\/.*|\/\*.*?(?:\*\/|$)|^\s*\*(?:\s.*|\/)?$)/.source;
const REST = /("(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|`(?:[^`\\]|\\.)*`?)|(\b\d[\w.]*)|([A-Za-z_$@][\w$]*)/.source;
const SLASHED = new RegExp(`${SLASHES}|${REST}`, 'g');
const HASHED = new RegExp(`(#.*)|${REST}`, 'g');

/** A line as pieces `{ from, to, kind }` where it is more than plain text. */
function tokens(line, name) {
  const found = [];
  for (const match of line.matchAll(HASH.test(name) ? HASHED : SLASHED)) {
    const [text, comment, string, number, word] = match;
    const kind = comment ? 'comment' : string ? 'string' : number ? 'number' : WORDS.has(word) ? 'word' : word?.startsWith('@') ? 'mark' : '';
    if (kind) found.push({ from: match.index, to: match.index + text.length, kind });
  }
  return found;
}

/** The text of a line in colours; what lies within `changed`, a span [from, to), stands out. */
export function paintLine(line, name, changed) {
  if (!line) return ['\u200b'];
  const all = line.length > LONGEST ? [] : tokens(line, name);
  const [begin, end] = changed ?? [0, 0];
  const cuts = new Set([0, line.length, begin, end, ...all.flatMap((one) => [one.from, one.to])]);
  const places = [...cuts].filter((at) => at <= line.length).sort((a, b) => a - b);
  return places.slice(0, -1).map((from, i) => {
    const text = line.slice(from, places[i + 1]);
    const token = all.find((one) => one.from <= from && from < one.to);
    const stands = from >= begin && from < end;
    if (!token && !stands) return text;
    return el('span', { class: [token ? `t-${token.kind}` : '', stands ? 'differs' : ''].filter(Boolean).join(' ') }, text);
  });
}
