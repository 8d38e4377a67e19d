def page_count(total, size):
    """How many pages are needed for so many entries."""
    return total // size


def page(entries, number, size):
    """Page `number`, counted from 1."""
    start = number * size
    return entries[start:start + size]
