"""Plays the events of standard input through Python's logging; the first argument names the layout."""
import json, logging, sys, traceback

FORMATS = {
    "plain": "%(asctime)s %(levelname)s %(name)s: %(message)s",
    "dashes": "%(asctime)s - %(name)s - %(levelname)s - %(message)s",
    "basic": logging.BASIC_FORMAT,
    "brackets": "[%(asctime)s] [%(process)d] [%(levelname)s] %(message)s",
}


class JsonFormatter(logging.Formatter):
    def format(self, record):
        row = {"timestamp": self.formatTime(record), "level": record.levelname, "logger": record.name,
               "message": record.getMessage()}
        if record.exc_info:
            row["exc_info"] = self.formatException(record.exc_info)
        return json.dumps(row)


def total(prices, name):
    return prices[name] * 2


def parse(value):
    return int("x" + value)


def pick(value):
    return [1, 2][len(value)]


def checkout(value):
    try:
        pick(value)
    except IndexError as error:
        raise RuntimeError(f"checkout of {value} failed") from error


def fail(what, value):
    {"key": lambda: total({"a": 1}, value), "parse": lambda: parse(value), "index": lambda: pick(value),
     "chain": lambda: checkout(value)}[what]()


def main():
    layout = sys.argv[1]
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(JsonFormatter() if layout == "json" else logging.Formatter(FORMATS[layout]))
    logging.basicConfig(level=logging.DEBUG, handlers=[handler])
    log = logging.getLogger("shop.orders")
    for line in sys.stdin:
        label, level, text = line.rstrip("\n").split("\t", 2)
        print("@@", label, flush=True)
        if level != "throw":
            log.log(getattr(logging, level, logging.INFO) if level != "WARN" else logging.WARNING, text)
            continue
        what, value = text.split(":", 1)
        try:
            fail(what, value)
        except Exception:
            log.exception("order %s failed", value)
    print("@@ throw-chain", flush=True)
    try:
        fail("chain", "last")
    except Exception:
        traceback.print_exc(file=sys.stdout)


main()
