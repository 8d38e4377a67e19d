#!/bin/sh
# Makes the service of the folder it is called in fail; what it logs goes to the standard error.
node "$(dirname "$0")/fail.js" >/dev/null
