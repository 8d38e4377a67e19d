import assert from 'node:assert';
import { pathToFileURL } from 'node:url';
const load = (file) => import(pathToFileURL(process.cwd() + '/' + file).href);
const { filters } = await load('api.js');
assert.deepEqual(filters(''), []);
assert.deepEqual(filters('{"x":1}'), ['x']);
