import assert from 'node:assert';
import { pathToFileURL } from 'node:url';
const load = (file) => import(pathToFileURL(process.cwd() + '/' + file).href);
const { chunk } = await load('chunk.js');
assert.deepEqual(chunk([1, 2, 3, 4, 5], 3), [[1, 2, 3], [4, 5]]);
assert.deepEqual(chunk([1], 1), [[1]]);
assert.deepEqual(chunk([1, 2], 5), [[1, 2]]);
