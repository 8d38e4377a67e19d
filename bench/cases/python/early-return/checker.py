from validate import all_valid
k = {"a", "b"}
assert all_valid([{"product": "a"}, {"product": "b"}, {"product": "a"}], k) is True
assert all_valid([{"product": "a"}, {"product": "b"}, {"product": "c"}], k) is False
assert all_valid([], k) is True
