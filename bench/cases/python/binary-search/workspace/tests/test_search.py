from lookup.search import find


def test_found():
    assert find([1, 3, 5, 7, 9], 3) == 1


def test_last():
    assert find([1, 3, 5], 5) == 2


def test_first():
    assert find([1, 3, 5], 1) == 0


def test_absent():
    assert find([], 4) == -1
    assert find([1, 3], 4) == -1
