const texts = { welcome: '  Welcome aboard ', bye: 'See you soon' };

/** The text of a template; reading takes a moment. */
export async function load(name) {
  await new Promise((resolve) => setImmediate(resolve));
  return texts[name] ?? '';
}
