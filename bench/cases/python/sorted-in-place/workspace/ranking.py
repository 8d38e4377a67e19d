def by_score(players):
    ranked = players.sort(key=lambda p: p["score"], reverse=True)
    return [p["name"] for p in ranked]


def winner(players):
    return max(players, key=lambda p: p["score"])["name"]
