import assert from 'node:assert';
import { pathToFileURL } from 'node:url';
const load = (file) => import(pathToFileURL(process.cwd() + '/' + file).href);
const { longest } = await load('counter.js');
assert.equal(longest(['ab', 'abc', 'x']), 'abc');
assert.equal(longest([]), '');
