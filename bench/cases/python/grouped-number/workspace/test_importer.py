from importer import parse_amount, parse_count, parse_row


def test_amount():
    assert parse_amount("1,299.50") == 129950


def test_count():
    assert parse_count("12") == 12


def test_row():
    assert parse_row("pen;1.20;7") == ("pen", 120, 7)
