#!/bin/sh
# Builds and starts the program of the folder it is called in; needs Maven and its dependencies. What it logs goes to the standard error.
mvn -q -B compile exec:java -Dexec.mainClass=mailer.App -Dexec.args="ann hello" >/dev/null
