"""Totals of orders."""


def subtotal(order):
    return sum(line["price"] * line.get("quantity", 1) for line in order["lines"])


def discount_label(order):
    percent = order.get("discount", 0)
    return f"{percent}% off" if percent else "no discount"


def total(order):
    """What the customer pays, in cents."""
    amount = subtotal(order)
    return amount - amount * order["discount"] // 100
