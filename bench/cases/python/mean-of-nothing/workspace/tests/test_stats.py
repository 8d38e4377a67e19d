from metrics.stats import mean, median, summary


def test_mean():
    assert mean([1, 2, 6]) == 3


def test_median():
    assert median([5, 1, 3]) == 3
    assert median([]) == 0.0


def test_summary():
    assert summary([{"ms": 4, "status": 200}])["mean"] == 4
