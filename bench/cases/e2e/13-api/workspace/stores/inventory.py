"""How much of each article lies in the store."""

STOCK = {"bolt": 40, "nut": 25}


def amount(article):
    return STOCK.get(article, 0)
