import os
import sys

sys.path.insert(0, os.getcwd())
from sessions import Sessions

s = Sessions()
for number, end in {"a": 5, "b": 50, "c": 7, "d": 10}.items():
    s.open(number, end)
assert s.sweep(4) == 4 and s.sweep(10) == 1 and s.ends == {"b": 50}
assert s.sweep(60) == 0
