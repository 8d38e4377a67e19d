"""Summaries of what the shops have sold."""


class ReportError(Exception):
    """A report could not be made."""


def line(shop):
    """One line of the report; a shop that has not counted something yet counts as having none of it."""
    figures = shop["figures"]
    sold = figures.get("sales", {}).get("total", 0)
    visits = figures.get("visits", {}).get("total", 0)
    returned = figures["returns"]["total"]
    return f"{shop['name']}: {sold} sold, {returned} returned, {visits} visits"


def report(shops):
    """The lines of all shops, in their order."""
    try:
        return [line(shop) for shop in shops]
    except KeyError as missing:
        raise ReportError(f"no report of {len(shops)} shops") from missing
