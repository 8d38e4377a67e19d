"""Delivers messages; a gateway may be busy for some tries."""

import logging

log = logging.getLogger("worker.delivery")


class Gateway:
    """Takes a message once it has been offered often enough."""

    def __init__(self, busy=0):
        self.busy = busy
        self.taken = []

    def offer(self, address, text):
        if self.busy > 0:
            self.busy -= 1
            return False
        self.taken.append((address, text))
        return True


def deliver(job, gateway):
    """What became of a job: its id and how many tries it took to send it."""
    if job.get("address"):
        tries = 1
        while not gateway.offer(job["address"], job["text"]) and tries < 5:
            tries += 1
    else:
        log.info("job %s has no address, nothing is sent", job["id"])
    return {"id": job["id"], "tries": tries}
