from audit import last_login, logins

EVENTS = [
    {"type": "login", "user": "ann", "time": 10},
    {"type": "logout", "user": "ann", "time": 20},
    {"type": "login", "user": "ann", "time": 30},
]


def test_last_login():
    assert last_login(EVENTS, "ann") == 30


def test_logins():
    assert len(logins(EVENTS)) == 2
