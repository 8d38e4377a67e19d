import test from 'node:test';
import assert from 'node:assert';
import { hasTags } from './tags.js';

test('tags', async () => assert.equal(await hasTags(1), true));
