import assert from 'node:assert';
import { pathToFileURL } from 'node:url';
const load = (file) => import(pathToFileURL(process.cwd() + '/' + file).href);
const { tagLine } = await load('tags.js');
assert.equal(await tagLine(1), 'new, red');
assert.equal(await tagLine(2), '');
