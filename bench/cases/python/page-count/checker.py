from paging import page, page_count
assert page(list("abcde"), 2, 2) == ["c", "d"]
assert page(list("abc"), 1, 3) == ["a", "b", "c"]
assert page_count(6, 3) == 2
