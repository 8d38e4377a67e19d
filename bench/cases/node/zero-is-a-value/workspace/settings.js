/** The limit that is set, or 10 where none is. */
export function limitOf(settings) {
  return settings.limit || 10;
}

export function describe(settings) {
  return `up to ${limitOf(settings)} at ${settings.rate} per second`;
}
