import test from 'node:test';
import assert from 'node:assert';
import { initials } from './text.js';

test('initials', () => assert.equal(initials('ann lee'), 'al'));
