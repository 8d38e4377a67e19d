from metrics.stats import mean, summary
assert mean([]) == 0
assert mean([2, 4]) == 3
assert summary([]) == {"mean": 0, "median": 0, "count": 0}
