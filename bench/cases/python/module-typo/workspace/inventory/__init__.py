def stock():
    return {"nut": 3, "bolt": 5}
