import asyncio
from userprofile import Store, display_name
assert asyncio.run(display_name(Store({1: {"first": "Ann", "last": "Lee"}}), 1)) == "Ann Lee"
