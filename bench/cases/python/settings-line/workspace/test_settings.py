from settings import parse


def test_parse():
    assert parse("a=1\n# c\n\nb = 2") == {"a": "1", "b": "2"}
