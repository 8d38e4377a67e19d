from series import moving_average
assert moving_average([1, 2, 3], 1) == [1, 2, 3]
assert moving_average([1, 2, 3], 3) == [2]
assert moving_average([1, 2], 3) == []
assert moving_average([1, 2, 3, 4, 5], 2) == [1.5, 2.5, 3.5, 4.5]
