#!/usr/bin/env bash
# scripts/smoke.sh [TOPIC]: does a running pipeline work from end to end? Ships one error of an invented service to
# logs.raw.TOPIC (default: app), and waits until a worker has answered it. Nothing can be mended there: any verdict will do.
# Ends with 0 when the result came, 1 when it did not within TRACEMEND_SMOKE_SECONDS (120), 4 when no broker answers at
# KAFKA_BOOTSTRAP_SERVERS (localhost:29092).
set -euo pipefail
topic=${1:-app}
tracemend=$(realpath "$(dirname "$0")/..")/tracemend
folder=$(mktemp -d "${TMPDIR:-/tmp}/tracemend-smoke.XXXXXX")
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; wait || true; rm -rf "$folder"' EXIT

say() { printf 'smoke: %s\n' "$*" >&2; }

# A cause that nobody has seen before: digits do not count in one.
name=Smoke$(printf '%s%05d' "$(date +%s)" "$$" | tr 0-9 a-j)Exception
"$tracemend" topics --topic "$topic" >/dev/null
{
  printf '%s ERROR [smoke] com.example.smoke.Check - a smoke test\n' "$(date '+%Y-%m-%d %H:%M:%S,000')"
  printf 'com.example.smoke.%s: not a fault of yours\n' "$name"
  printf '\tat com.example.smoke.Check.run(Check.java:7)\n'
} >"$folder/smoke.log"

"$tracemend" results --topic "$topic" --json --follow >"$folder/results" 2>"$folder/results.err" &
pids+=($!)
"$tracemend" tail --topic "$topic" --state "$folder/state" "$folder/smoke.log" >"$folder/tail.out" 2>&1 &
pids+=($!)
for _ in $(seq 1 "${TRACEMEND_SMOKE_SECONDS:-120}"); do
  if result=$(grep -m 1 "$name" "$folder/results"); then
    say "answered: $(grep -o '"verdict":"[^"]*"' <<<"$result" | head -n 1)"
    exit 0
  fi
  sleep 1
done
say "no result for $name on agent.results.$topic; the tailer and the reader said:"
cat "$folder/tail.out" "$folder/results.err" >&2
exit 1
