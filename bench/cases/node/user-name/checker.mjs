import assert from 'node:assert';
import { pathToFileURL } from 'node:url';
const load = (file) => import(pathToFileURL(process.cwd() + '/' + file).href);
const { displayName } = await load('users.js');
assert.equal(displayName(77), null);
assert.equal(displayName(2), 'BOB');
