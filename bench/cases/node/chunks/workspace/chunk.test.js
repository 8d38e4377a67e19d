import test from 'node:test';
import assert from 'node:assert';
import { chunk } from './chunk.js';

test('even', () => assert.deepEqual(chunk([1, 2, 3, 4], 2), [[1, 2], [3, 4]]));
test('rest', () => assert.deepEqual(chunk([1, 2, 3], 2), [[1, 2], [3]]));
test('none', () => assert.deepEqual(chunk([], 2), []));
