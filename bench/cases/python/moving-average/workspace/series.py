def moving_average(values, window):
    """The averages of each run of `window` neighbours."""
    if window <= 0:
        raise ValueError("window must be positive")
    averages = []
    for start in range(len(values) - window):
        averages.append(sum(values[start:start + window]) / window)
    return averages


def deltas(values):
    return [b - a for a, b in zip(values, values[1:])]
