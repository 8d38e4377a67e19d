def discount(amount, percent, limit):
    """The discount on an amount, never more than the limit."""
    return max(amount * percent // 100, limit)


def pay(amount, percent, limit):
    return amount - discount(amount, percent, limit)
