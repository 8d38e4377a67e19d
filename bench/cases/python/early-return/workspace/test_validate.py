from validate import all_valid


def test_one():
    assert all_valid([{"product": "a"}], {"a"}) is True
    assert all_valid([{"product": "b"}], {"a"}) is False


def test_second_is_wrong():
    assert all_valid([{"product": "a"}, {"product": "b"}], {"a"}) is False


def test_none():
    assert all_valid([], {"a"}) is True
