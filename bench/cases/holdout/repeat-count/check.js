'use strict';

const assert = require('node:assert');
const path = require('node:path');
const { bar, chart } = require(path.join(process.cwd(), 'bar.js'));

assert.strictEqual(bar(2, 4, 10), '#####.....');
for (const line of chart([4, 6, 2], 10)) {
  assert.strictEqual(line.length >= 10, true, line);
  assert.match(line, /^#*\.*$/);
}
assert.strictEqual(chart([4, 2], 10)[1], '#####.....');
