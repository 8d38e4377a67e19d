from audit import last_login
assert last_login([], "ann") is None
assert last_login([{"type": "login", "user": "ann", "time": 10}], "bob") is None
assert last_login([{"type": "login", "user": "ann", "time": 10}], "ann") == 10
