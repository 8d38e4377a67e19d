def all_valid(orders, known):
    """Whether every order names a known product."""
    for order in orders:
        if order["product"] not in known:
            return False
        return True
