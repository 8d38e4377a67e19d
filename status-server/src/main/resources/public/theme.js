// Light or dark: as the system says, until a person says otherwise. Runs before the page is drawn, so that nothing flashes.
{
  const KEY = 'tracemend-theme';
  const NEXT = { auto: 'light', light: 'dark', dark: 'auto' };
  const WORDS = { auto: 'Colours: as the system', light: 'Colours: light', dark: 'Colours: dark' };
  const SIGNS = { auto: '◐', light: '☀', dark: '☾' };
  const kept = () => {
    try {
      return NEXT[localStorage.getItem(KEY)] ? localStorage.getItem(KEY) : 'auto';
    } catch {
      return 'auto'; // a browser that keeps nothing
    }
  };
  let theme = kept();
  const apply = () => {
    document.documentElement.dataset.theme = theme;
    const button = document.getElementById('theme');
    if (!button) return;
    button.textContent = SIGNS[theme];
    button.setAttribute('aria-label', WORDS[theme]);
    button.title = WORDS[theme];
  };
  apply();
  addEventListener('DOMContentLoaded', () => {
    apply();
    document.getElementById('theme').addEventListener('click', () => {
      theme = NEXT[theme];
      try {
        localStorage.setItem(KEY, theme);
      } catch {
        // for this visit only
      }
      apply();
    });
  });
}
