from inventory import stock
from inventory.pricess import price_of


def main():
    for name, count in sorted(stock().items()):
        print(name, count, price_of(name))


if __name__ == "__main__":
    main()
