'use strict';

const users = new Map([
  ['1', { name: 'Ann', mail: 'ann@example.org', city: 'Bern' }],
  ['2', { name: 'Bob', mail: 'bob@example.org', city: 'Oslo' }],
]);

/** Where a user lives. */
function address(id) {
  const user = users.get(id);
  if (!user) {
    return { status: 404, body: { error: 'no such user' } };
  }
  return { status: 200, body: { city: user.city } };
}

/** How a user is greeted. */
function greeting(id, language) {
  const user = users.get(id);
  const hello = language === 'de' ? 'Hallo' : 'Hello';
  return { status: 200, body: { text: `${hello} ${user.name}` } };
}

module.exports = { address, greeting };
