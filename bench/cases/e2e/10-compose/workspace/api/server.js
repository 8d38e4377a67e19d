'use strict';

const http = require('node:http');
const { connect } = require('./database');

async function main() {
  const database = await connect(process.env);
  console.log(`connected to ${process.env.DB_NAME}`);
  http
    .createServer((request, response) => response.end(database.destroyed ? 'down' : 'up'))
    .listen(Number(process.env.PORT));
}

main().catch((error) => {
  console.error(`${new Date().toISOString()} ERROR api - cannot start`);
  console.error(error);
  process.exit(1);
});
