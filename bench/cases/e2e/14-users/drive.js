'use strict';

const path = require('node:path');

/** Asks the service of the folder this is called in; gives status and text of each answer. */
module.exports = async function answers(paths) {
  const server = await require(path.join(process.cwd(), 'server.js')).start(0);
  const seen = [];
  for (const each of paths) {
    const answer = await fetch(`http://127.0.0.1:${server.address().port}${each}`);
    seen.push(`${answer.status} ${await answer.text()}`);
  }
  server.closeAllConnections();
  server.close();
  return seen;
};
