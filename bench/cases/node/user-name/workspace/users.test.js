import test from 'node:test';
import assert from 'node:assert';
import { displayName, email } from './users.js';

test('a name', () => assert.equal(displayName(1), 'ANN'));
test('an address', () => {
  assert.equal(email(2), 'bob@example.org');
  assert.equal(email(9), null);
});
