import test from 'node:test';
import assert from 'node:assert';
import { describe, limitOf } from './settings.js';

test('set', () => assert.equal(limitOf({ limit: 3 }), 3));
test('not set', () => assert.equal(limitOf({}), 10));
test('switched off', () => assert.equal(limitOf({ limit: 0 }), 0));
test('describe', () => assert.equal(describe({ limit: 2, rate: 5 }), 'up to 2 at 5 per second'));
