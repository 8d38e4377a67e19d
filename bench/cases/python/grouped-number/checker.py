from importer import parse_count, parse_row
assert parse_count("1,200") == 1200
assert parse_count("1,000,000") == 1000000
assert parse_row("bolt;0.05;1,200") == ("bolt", 5, 1200)
assert parse_count("3") == 3
