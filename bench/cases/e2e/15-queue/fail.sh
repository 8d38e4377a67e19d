#!/bin/sh
# Makes the service of the folder it is called in fail; what it logs goes to the standard error.
printf '%s\n' '{"do":"add","job":{"to":"ann","template":"welcome"}}' '{"do":"step"}' \
  '{"do":"preview","job":{"to":"ann","template":"welcome"}}' | node main.js >/dev/null
