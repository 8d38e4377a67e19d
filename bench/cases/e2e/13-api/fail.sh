#!/bin/sh
# Starts the service of the folder it is called in; what it logs goes to the standard error.
python3 -B -m api 0 >/dev/null
