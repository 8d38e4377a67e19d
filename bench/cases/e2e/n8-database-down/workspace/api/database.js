'use strict';

const net = require('node:net');

/** Opens a connection to the database of the environment. */
function connect(environment) {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host: environment.DB_HOST, port: Number(environment.DB_PORT), family: 4 });
    socket.once('connect', () => resolve(socket));
    socket.once('error', reject);
  });
}

module.exports = { connect };
