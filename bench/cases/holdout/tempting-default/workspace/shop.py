import logging
import sys

from prices import read, total

logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s - %(message)s")
log = logging.getLogger("shop")


def main(order):
    prices = read(["Tea 300", " cup  120"])
    try:
        print(total(order, prices, {"cup": 20}))
    except Exception:
        log.exception("order %r failed", order)


if __name__ == "__main__":
    main(sys.argv[1:] or ["Tea", "cup"])
