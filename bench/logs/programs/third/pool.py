"""Threads, futures and a pool that fail each in their own way; the default format and logging's own last resort."""
import concurrent.futures
import logging
import random
import sys
import threading
import traceback

logging.basicConfig(
    stream=sys.stdout, level=logging.DEBUG, format="%(asctime)s %(levelname)s %(name)s [%(threadName)s] %(message)s")
log = logging.getLogger("pricing.feed")
rnd = random.Random(31)
sys.stderr = sys.stdout


def parse(row):
    return {"sku": row["sku"], "price": float(row["price"])}


def consume(n):
    return parse({"sku": n, "price": "n/a"})


def lookup(table, key):
    return table[key]


def flaky(n):
    try:
        raise ConnectionResetError(104, "Connection reset by peer")
    except OSError:
        log.debug("attempt 1 of 3 did not work, will try again", exc_info=True)
    log.info("attempt 2 of 3 worked after %d ms, failures=0", n)


for i in range(60):
    log.info("feed %d read: %d rows, 0 errors, skipped=0", i, rnd.randint(10, 900))
    if i % 3 == 0:
        log.info("error_count=0 error_rate=0.00%% since the last feed")
    if i % 5 == 1:
        flaky(rnd.randint(5, 99))
    if i % 6 == 2:
        thread = threading.Thread(target=consume, args=(i,), name="consumer-%d" % (i % 4))
        thread.start()
        thread.join()
    if i % 7 == 3:
        with concurrent.futures.ThreadPoolExecutor(1) as pool:
            try:
                pool.submit(lookup, {}, "eur-%d" % i).result()
            except KeyError as e:
                log.exception("rates for feed %d are incomplete", i)
    if i % 9 == 4:
        try:
            try:
                int("x%d" % i)
            except ValueError as e:
                raise RuntimeError("feed file is broken") from e
        except RuntimeError:
            traceback.print_exc()
    if i % 10 == 5:
        log.warning("slow feed: took 3.2 s, no error was found in it")
    if i % 11 == 6:
        log.critical("disk quota is used up, nothing more can be written")
