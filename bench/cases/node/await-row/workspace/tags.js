import { load } from './store.js';

export async function hasTags(id) {
  const row = await load(id);
  return row.tags.length > 0;
}

export async function tagLine(id) {
  const row = load(id);
  return row.tags.join(', ');
}
