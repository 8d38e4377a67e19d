"""Figures of response times."""


def mean(values):
    return sum(values) / len(values)


def median(values):
    if not values:
        return 0.0
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return float(ordered[middle])
    return (ordered[middle - 1] + ordered[middle]) / 2


def summary(samples):
    times = [s["ms"] for s in samples if s["status"] < 500]
    return {"mean": mean(times), "median": median(times), "count": len(times)}
