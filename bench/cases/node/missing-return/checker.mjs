import assert from 'node:assert';
import { pathToFileURL } from 'node:url';
const load = (file) => import(pathToFileURL(process.cwd() + '/' + file).href);
const { may } = await load('roles.js');
assert.equal(may('admin', 'write'), true);
assert.equal(may('guest', 'write'), false);
