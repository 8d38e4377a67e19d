from drive import FULL, answers

fresh = {"name": "south", "figures": {"sales": {"total": 3}, "visits": {"total": 9}}}
empty = {"name": "west", "figures": {"returns": {}}}
seen = answers([[FULL], [FULL, fresh], [empty], [], [{"name": "east"}]])
assert seen[0] == (200, ["north: 7 sold, 2 returned, 40 visits"]), seen[0]
assert seen[1] == (200, ["north: 7 sold, 2 returned, 40 visits", "south: 3 sold, 0 returned, 9 visits"]), seen[1]
assert seen[2] == (200, ["west: 0 sold, 0 returned, 0 visits"]), seen[2]
assert seen[3] == (200, []), seen[3]
assert seen[4][0] == 500, "a shop without figures is no shop that sells nothing"
