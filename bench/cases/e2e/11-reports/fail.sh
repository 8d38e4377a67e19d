#!/bin/sh
# Makes the service of the folder it is called in fail; what it logs goes to the standard error.
python3 -B "$(dirname "$0")/fail.py" >/dev/null
