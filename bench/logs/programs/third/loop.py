"""asyncio: tasks nobody awaits, groups that fail together, callbacks that raise; the format of basicConfig."""
import asyncio
import gc
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO)
log = logging.getLogger("gateway")


class UpstreamGone(Exception):
    pass


async def fetch(n):
    await asyncio.sleep(0)
    raise UpstreamGone("upstream 10.0.0.%d went away" % n)


async def checkout(n):
    await asyncio.sleep(0)
    return {"id": n}["total"]


def on_timer():
    raise AssertionError("timer fired twice")


async def main():
    for i in range(40):
        log.info("GET /orders/%d 200 in %d ms", i, i * 3 % 41)
        log.info("connection pool: size=10 idle=%d failed=0 errors: none", i % 10)
        if i % 4 == 1:
            task = asyncio.ensure_future(fetch(i))
            await asyncio.sleep(0.001)
            del task
            gc.collect()
        if i % 5 == 2:
            asyncio.get_running_loop().call_soon(on_timer)
            await asyncio.sleep(0.001)
        if i % 6 == 3:
            try:
                async with asyncio.TaskGroup() as group:
                    group.create_task(checkout(i))
                    group.create_task(checkout(i + 1))
            except* KeyError:
                log.exception("order %d could not be totalled", i)
        if i % 7 == 4:
            try:
                await asyncio.wait_for(asyncio.sleep(5), 0.001)
            except asyncio.TimeoutError:
                log.info("stock service was slow, used the cached stock instead")
        if i % 8 == 5:
            log.error("payment provider answered 502 for order %d", i)


asyncio.run(main())
