from calendar_days import days_in_year, is_leap


def test_ordinary():
    assert not is_leap(2023)
    assert days_in_year(2023) == 365


def test_leap():
    assert is_leap(2024)


def test_centuries():
    assert not is_leap(1900)
    assert is_leap(2000)
