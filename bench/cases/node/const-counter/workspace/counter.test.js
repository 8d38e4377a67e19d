import test from 'node:test';
import assert from 'node:assert';
import { countBy, longest } from './counter.js';

test('count', () => assert.deepEqual(countBy([{ a: 1 }, { a: 1 }], 'a'), { 1: 2 }));
test('none', () => assert.equal(longest([]), ''));
