import assert from 'node:assert';
import { pathToFileURL } from 'node:url';
const load = (file) => import(pathToFileURL(process.cwd() + '/' + file).href);
const { title } = await load('text.js');
assert.equal(title('hello there'), 'Hello There');
assert.equal(title('a'), 'A');
