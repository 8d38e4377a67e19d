#!/bin/sh
# Passes only where the sender of the folder it is called in gets all it asks of the configuration.
set -e
out=$(mktemp -d)
trap 'rm -r "$out"' EXIT
check=$(dirname "$0")/check
javac -d "$out" src/main/java/mailer/Sender.java $(find "$check" -name '*.java')
java -cp "$out" Drive
