#!/bin/sh
# Makes the service of the folder it is called in fail; what it logs goes to the standard error.
set -e
out=$(mktemp -d)
javac -g -d "$out" $(find src/main/java -name '*.java') "$(dirname "$0")/fail/Drive.java"
java -Djava.util.logging.SimpleFormatter.format='%1$tF %1$tT,%1$tL %4$s %3$s - %5$s%6$s%n' -cp "$out:src/main/resources" Drive >/dev/null || true
rm -r "$out"
