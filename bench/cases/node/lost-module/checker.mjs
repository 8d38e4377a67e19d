import assert from 'node:assert';
import { pathToFileURL } from 'node:url';
const load = (file) => import(pathToFileURL(process.cwd() + '/' + file).href);
import { execFileSync } from 'node:child_process';
assert.equal(execFileSync('node', ['main.js', 'Ann']).toString(), 'Hello, Ann!\n');
