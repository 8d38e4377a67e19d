from rooms import book, first_free

ROOMS = [{"number": 1, "free": False, "beds": 2}, {"number": 2, "free": True, "beds": 2}]


def test_first():
    assert first_free(ROOMS, 2) == 2


def test_book():
    assert book(ROOMS, 1) == "room 2"
