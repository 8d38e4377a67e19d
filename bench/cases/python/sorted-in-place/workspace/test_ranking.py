from ranking import winner


def test_winner():
    assert winner([{"name": "a", "score": 1}, {"name": "b", "score": 2}]) == "b"
