from merge import merge


def test_even():
    assert merge([1, 3], [2, 4]) == [1, 2, 3, 4]


def test_longer_right():
    assert merge([5], [1, 2, 6]) == [1, 2, 5, 6]


def test_empty():
    assert merge([], [1, 2]) == [1, 2]
    assert merge([1], []) == [1]
