"""Adds up orders by a price list."""


def read(lines):
    """The prices of a list: a line an article, then its cents. Articles are written in any way."""
    prices = {}
    for line in lines:
        article, cents = line.rsplit(" ", 1)
        prices[article.strip().lower()] = int(cents)
    return prices


def total(order, prices, discounts):
    """What an order costs: a list of articles, written in any way."""
    cents = 0
    for article in order:
        cents += prices[article] - discounts.get(article, 0)
    return cents
