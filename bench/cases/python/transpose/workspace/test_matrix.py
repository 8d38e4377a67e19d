from matrix import row_sums, transpose


def test_square():
    assert transpose([[1, 2], [3, 4]]) == [[1, 3], [2, 4]]


def test_wide():
    assert transpose([[1, 2, 3]]) == [[1], [2], [3]]


def test_tall():
    assert transpose([[1], [2], [3]]) == [[1, 2, 3]]


def test_sums():
    assert row_sums([[1, 2]]) == [3]
