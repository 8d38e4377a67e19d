from sessions import Sessions


def test_nothing_to_do():
    sessions = Sessions(10)
    sessions.touch("a", 0)
    assert sessions.expire(5) == 0
