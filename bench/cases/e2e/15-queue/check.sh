#!/bin/sh
# Passes only where the service of the folder it is called in answers as it should.
set -e
expected='1
2
"ann: Welcome aboard"
{"to":"ann","text":"Welcome aboard"}
{"to":"bob","text":"See you soon"}
null
"failed"'
seen=$(printf '%s\n' '{"do":"add","job":{"to":"ann","template":"welcome"}}' '{"do":"add","job":{"to":"bob","template":"bye"}}' \
  '{"do":"preview","job":{"to":"ann","template":"welcome"}}' '{"do":"step"}' '{"do":"step"}' '{"do":"step"}' '{"do":"else"}' \
  | node main.js 2>/dev/null)
test "$seen" = "$expected"
