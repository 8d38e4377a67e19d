from ranking import by_score
given = [{"name": "a", "score": 1}, {"name": "b", "score": 2}]
assert by_score(given) == ["b", "a"]
assert [p["name"] for p in given] == ["a", "b"]
