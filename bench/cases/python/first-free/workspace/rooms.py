def first_free(rooms, guests):
    """The number of the first free room that is big enough, or None."""
    return next(r["number"] for r in rooms if r["free"] and r["beds"] >= guests)


def book(rooms, guests):
    number = first_free(rooms, guests)
    if number is None:
        return "sold out"
    return f"room {number}"
