from cart import Cart


def test_total():
    cart = Cart()
    cart.add("pen", 3)
    assert cart.total() == 3


def test_two_customers():
    ann = Cart()
    ann.add("pen", 3)
    bob = Cart()
    bob.add("ink", 5)
    assert bob.total() == 5


def test_given_items():
    assert Cart([("pen", 3)]).total() == 3
