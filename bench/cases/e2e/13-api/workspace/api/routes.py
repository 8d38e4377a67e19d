"""What each address answers."""

from stores.invetory import amount
from stores.prices import price


def answer(path):
    """The answer to a path like /amount/bolt."""
    _, what, article = path.split("/", 2)
    if what == "amount":
        return 200, str(amount(article))
    if what == "worth":
        return 200, str(amount(article) * price(article))
    return 404, "no such address"
