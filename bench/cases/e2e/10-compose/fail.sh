#!/bin/sh
# Starts the service of the folder it is called in as its container would: there, nothing listens on localhost.
cd api && PORT=8080 DB_HOST=localhost DB_PORT=5432 DB_NAME=shop node server.js >/dev/null
