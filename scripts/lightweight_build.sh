#!/usr/bin/env bash
# scripts/lightweight_build.sh [options]: builds the images of the stack that `tracemend lightweight-init` wrote, and
# restarts it with them; for crontabs and CI. Options, log and exit codes are those of `tracemend lightweight-build`.
exec "$(dirname "$0")/../tracemend" lightweight-build "$@"
