from rooms import book, first_free
assert book([], 1) == "sold out"
assert first_free([{"number": 2, "free": True, "beds": 2}], 5) is None
assert book([{"number": 2, "free": True, "beds": 2}], 2) == "room 2"
