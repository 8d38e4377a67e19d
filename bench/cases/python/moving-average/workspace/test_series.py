import pytest

from series import deltas, moving_average


def test_pairs():
    assert moving_average([1, 3, 5, 7], 2) == [2, 4, 6]


def test_whole():
    assert moving_average([2, 4], 2) == [3]


def test_refuses():
    with pytest.raises(ValueError):
        moving_average([1], 0)


def test_deltas():
    assert deltas([1, 4, 9]) == [3, 5]
