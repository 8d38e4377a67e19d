from report.words import histogram, top
assert histogram("the cat and the hat") == {"the": 2, "cat": 1, "and": 1, "hat": 1}
assert top("b a b", 1) == ["b"]
assert histogram("") == {}
