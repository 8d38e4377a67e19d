/** The words of a text with their first letters in upper case. */
export function title(text) {
  const words = text.split(' ');
  const result = [];
  for (let i = 0; i <= words.length; i++) {
    result.push(words[i].charAt(0).toUpperCase() + words[i].slice(1));
  }
  return result.join(' ');
}

export function initials(text) {
  return text.split(' ').map((word) => word.charAt(0)).join('');
}
