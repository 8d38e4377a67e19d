#!/bin/sh
# Makes the worker of the folder it is called in fail; what it logs goes to the standard error.
jobs=$(mktemp)
printf '%s\n' '{"id": 1, "address": "ann@example.org", "text": "hello"}' '{"id": 2, "text": "hello"}' >"$jobs"
python3 -B worker.py "$jobs" >/dev/null
rm "$jobs"
