import assert from 'node:assert';
import { pathToFileURL } from 'node:url';
const load = (file) => import(pathToFileURL(process.cwd() + '/' + file).href);
const { drain } = await load('worker.js');
assert.deepEqual(drain(['x', 'y', 'z']), ['x', 'y', 'z']);
assert.deepEqual(drain([]), []);
