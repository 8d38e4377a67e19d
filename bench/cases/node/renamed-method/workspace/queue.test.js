import test from 'node:test';
import assert from 'node:assert';
import { Queue } from './queue.js';

test('first in, first out', () => {
  const queue = new Queue();
  queue.enqueue('a');
  queue.enqueue('b');
  assert.equal(queue.takeNext(), 'a');
});
