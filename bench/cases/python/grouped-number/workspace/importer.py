"""Imports price lists."""


def parse_amount(text):
    """Cents of a price such as 1,299.50."""
    return round(float(text.replace(",", "")) * 100)


def parse_count(text):
    return int(text)


def parse_row(row):
    name, amount, count = row.split(";")
    return name.strip(), parse_amount(amount), parse_count(count)
