from lookup.search import find
for n in range(0, 12):
    items = [2 * i for i in range(n)]
    for i, v in enumerate(items):
        assert find(items, v) == i
    for v in range(-1, 2 * n + 1, 2):
        assert find(items, v) == -1
