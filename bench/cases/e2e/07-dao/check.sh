#!/bin/sh
# Passes only where the service of the folder it is called in answers as it should.
set -e
out=$(mktemp -d)
trap 'rm -r "$out"' EXIT
javac -d "$out" $(find src/main/java -name '*.java') "$(dirname "$0")/check/Drive.java"
java -cp "$out" Drive
