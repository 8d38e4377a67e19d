import test from 'node:test';
import assert from 'node:assert';
import { names } from './roles.js';

test('names', () => assert.deepEqual(names(), ['admin', 'guest']));
