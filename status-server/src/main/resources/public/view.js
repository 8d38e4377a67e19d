/** The right side of the page: replaces what is there only where it differs, and keeps what a reader opened and typed. */
export function detailView(detail) {
  let shownText = '';
  let shownKey = '';

  /** Shows elements drawn from a text; `key` names the incident, empty for none. */
  function show(drawn, key, elements) {
    if (drawn === shownText && key === shownKey) return;
    const open = new Set([...detail.querySelectorAll('details[open]')].map((folded) => folded.dataset.keep));
    const typed = detail.querySelector('textarea');
    const text = typed?.value ?? '';
    const focused = detail.contains(document.activeElement) ? document.activeElement.dataset.keep : undefined;
    detail.replaceChildren(...elements);
    if (key === shownKey) {
      for (const folded of detail.querySelectorAll('details')) folded.open = open.has(folded.dataset.keep);
      const fresh = detail.querySelector('textarea');
      if (fresh) fresh.value = text;
      if (focused) detail.querySelector(`[data-keep="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
    }
    shownText = drawn;
    shownKey = key;
  }

  return { show };
}
