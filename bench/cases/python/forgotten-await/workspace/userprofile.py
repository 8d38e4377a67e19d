import asyncio


class Store:
    def __init__(self, rows):
        self.rows = rows

    async def load(self, key):
        await asyncio.sleep(0)
        return self.rows[key]


async def display_name(store, key):
    row = store.load(key)
    return row["first"] + " " + row["last"]


async def email(store, key):
    row = await store.load(key)
    return row["email"]
