from merge import merge
import itertools
for a in range(4):
    for b in range(4):
        for x in itertools.combinations(range(5), a):
            for y in itertools.combinations(range(5), b):
                assert merge(list(x), list(y)) == sorted(x + y)
