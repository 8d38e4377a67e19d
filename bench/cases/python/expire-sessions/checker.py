from sessions import Sessions
s = Sessions(10)
s.touch("a", 0); s.touch("b", 1); s.touch("c", 49)
assert s.expire(50) == 2
assert list(s.seen) == ["c"]
