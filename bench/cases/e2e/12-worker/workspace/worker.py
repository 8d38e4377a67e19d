"""Works through a file of jobs, a line of JSON each, and prints what became of each."""

import json
import logging
import sys

from delivery import Gateway, deliver

log = logging.getLogger("worker")


def work(lines, gateway):
    """One result a line that could be worked on."""
    results = []
    for line in lines:
        try:
            results.append(deliver(json.loads(line), gateway))
        except Exception:
            log.exception("job failed: %s", line.strip())
    return results


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s - %(message)s")
    with open(sys.argv[1], encoding="utf-8") as jobs:
        for result in work(jobs, Gateway(busy=1)):
            print(json.dumps(result))
