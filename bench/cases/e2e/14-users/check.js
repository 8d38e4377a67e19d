'use strict';

const assert = require('node:assert');

require('./drive')(['/users/1/greeting', '/users/2/greeting?language=de', '/users/9/greeting', '/users/9/address', '/users/2/address'])
  .then((seen) => {
    assert.deepStrictEqual(seen, [
      '200 {"text":"Hello Ann"}',
      '200 {"text":"Hallo Bob"}',
      '404 {"error":"no such user"}',
      '404 {"error":"no such user"}',
      '200 {"city":"Oslo"}',
    ]);
  })
  .catch((wrong) => {
    console.error(wrong);
    process.exit(1);
  });
