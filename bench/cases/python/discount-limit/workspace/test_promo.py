from promo import discount, pay


def test_below_the_limit():
    assert discount(1000, 10, 500) == 100


def test_above_the_limit():
    assert discount(10000, 10, 500) == 500


def test_pay():
    assert pay(1000, 10, 500) == 900
