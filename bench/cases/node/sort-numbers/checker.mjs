import assert from 'node:assert';
import { pathToFileURL } from 'node:url';
const load = (file) => import(pathToFileURL(process.cwd() + '/' + file).href);
const { median } = await load('stats.js');
assert.equal(median([10, 9, 100, 1]), 9.5);
assert.equal(median([-5, -10, 2]), -5);
