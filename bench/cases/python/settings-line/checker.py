from settings import parse
assert parse("url=postgres://db?ssl=true&x=1") == {"url": "postgres://db?ssl=true&x=1"}
assert parse("a=1") == {"a": "1"}
