import assert from 'node:assert';
import { pathToFileURL } from 'node:url';
const load = (file) => import(pathToFileURL(process.cwd() + '/' + file).href);
const { limitOf } = await load('settings.js');
assert.equal(limitOf({ limit: 0 }), 0);
assert.equal(limitOf({ limit: null }), 10);
assert.equal(limitOf({}), 10);
