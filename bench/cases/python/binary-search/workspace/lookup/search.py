def find(ordered, wanted):
    """The index of wanted in an ordered list, or -1."""
    low, high = 0, len(ordered) - 1
    while low <= high:
        middle = (low + high) // 2
        if ordered[middle] == wanted:
            return middle
        if ordered[middle] < wanted:
            low = middle
        else:
            high = middle - 1
    return -1
