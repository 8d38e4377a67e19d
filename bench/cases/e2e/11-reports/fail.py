from drive import FULL, answers

answers([[FULL], [FULL, {"name": "south", "figures": {"sales": {"total": 3}, "visits": {"total": 9}}}]])
