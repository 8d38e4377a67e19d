from report.words import words


def test_words():
    assert list(words("Hi, there!")) == ["hi", "there"]
