export function parseList(body) {
  if (!body) {
    return [];
  }
  return body.split(',');
}

/** The filters of a request; a request without a body has none. */
export function filters(body) {
  const parsed = JSON.parse(body);
  return Object.keys(parsed).sort();
}
