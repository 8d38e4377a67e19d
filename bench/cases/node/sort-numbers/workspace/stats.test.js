import test from 'node:test';
import assert from 'node:assert';
import { median, range } from './stats.js';

test('median of small numbers', () => assert.equal(median([3, 1, 2]), 2));
test('median of large numbers', () => assert.equal(median([100, 20, 3]), 20));
test('range', () => assert.equal(range([1, 9]), 8));
