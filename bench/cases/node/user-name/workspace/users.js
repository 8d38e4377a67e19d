const users = new Map([
  [1, { name: 'Ann', email: 'ann@example.org' }],
  [2, { name: 'Bob', email: 'bob@example.org' }],
]);

export function email(id) {
  const user = users.get(id);
  if (!user) {
    return null;
  }
  return user.email;
}

export function displayName(id) {
  const user = users.get(id);
  return user.name.toUpperCase();
}
