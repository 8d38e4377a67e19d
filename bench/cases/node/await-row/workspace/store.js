const rows = { 1: { id: 1, tags: ['new', 'red'] }, 2: { id: 2, tags: [] } };

export async function load(id) {
  return rows[id];
}
