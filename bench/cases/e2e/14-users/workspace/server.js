'use strict';

const http = require('node:http');
const users = require('./users');

/** The service: /users/ID/address and /users/ID/greeting?language=de. */
function start(port) {
  const server = http.createServer((request, response) => {
    const url = new URL(request.url, 'http://localhost');
    const [, , id, what] = url.pathname.split('/');
    let answer;
    try {
      answer = what === 'address' ? users.address(id) : users.greeting(id, url.searchParams.get('language'));
    } catch (error) {
      console.error(`${new Date().toISOString()} ERROR users - ${request.method} ${request.url} failed`);
      console.error(error.stack);
      answer = { status: 500, body: { error: 'failed' } };
    }
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer.body));
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

module.exports = { start };

if (require.main === module) {
  start(8080);
}
