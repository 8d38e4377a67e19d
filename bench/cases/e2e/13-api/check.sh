#!/bin/sh
# Passes only where the service of the folder it is called in answers as it should.
exec python3 -B "$(dirname "$0")/check.py"
