from paging import page, page_count


def test_first_page():
    assert page(list("abcde"), 1, 2) == ["a", "b"]


def test_last_page():
    assert page(list("abcde"), 3, 2) == ["e"]


def test_count_of_full_pages():
    assert page_count(4, 2) == 2
