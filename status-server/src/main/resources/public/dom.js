// Elements are built here and nowhere else. Text is always a text node: what a log says is never markup, and signs that
// would steer a terminal or turn a line around are shown as signs.

const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text in which every sign can be seen: the escape of a terminal's colour becomes ␛, a bidirectional mark its number. */
export function plain(text) {
  return text.replace(STEERING, (sign) => {
    const code = sign.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
  });
}

function fill(made, props, children) {
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'on') for (const [event, heard] of Object.entries(value)) made.addEventListener(event, heard);
    else if (name === 'data') Object.assign(made.dataset, value);
    else made.setAttribute(name, value === true ? '' : String(value));
  }
  const there = children.flat().filter((child) => child !== null && child !== undefined && child !== '');
  made.append(...there.map((child) => (typeof child === 'string' ? plain(child) : child)));
  return made;
}

/** An element; `props` are attributes, but `on` (listeners) and `data` are understood; null children are left out. */
export function el(tag, props = {}, ...children) {
  return fill(document.createElement(tag), props, children);
}

/** The same for a drawing. */
export function svg(tag, props = {}, ...children) {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', tag), props, children);
}

/** Sets text only where it differs, so that a selection in it survives. */
export function say(element, text) {
  const shown = plain(text);
  if (element.textContent !== shown) element.textContent = shown;
}
