import test from 'node:test';
import assert from 'node:assert';
import { filters, parseList } from './api.js';

test('filters', () => assert.deepEqual(filters('{"b":1,"a":2}'), ['a', 'b']));
test('list', () => assert.deepEqual(parseList(''), []));
