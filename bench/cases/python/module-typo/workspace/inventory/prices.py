PRICES = {"nut": 4, "bolt": 9}


def price_of(name):
    return PRICES[name]
