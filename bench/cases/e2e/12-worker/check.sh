#!/bin/sh
# Passes only where the worker of the folder it is called in does all jobs as it should.
set -e
jobs=$(mktemp)
trap 'rm "$jobs"' EXIT
printf '%s\n' '{"id": 1, "address": "ann@example.org", "text": "hello"}' '{"id": 2, "text": "hello"}' \
  'no job' '{"id": 3, "address": "", "text": "bye"}' '{"id": 4, "address": "bob@example.org", "text": "bye"}' >"$jobs"
expected='{"id": 1, "tries": 2}
{"id": 2, "tries": 0}
{"id": 3, "tries": 0}
{"id": 4, "tries": 1}'
test "$(python3 -B worker.py "$jobs" 2>/dev/null)" = "$expected"
