#!/bin/sh
# Starts the service of the folder it is called in while its database is down; 127.0.0.2 stands for the database's container.
cd api && PORT=8080 DB_HOST=127.0.0.2 DB_PORT=5432 DB_NAME=shop node server.js >/dev/null
