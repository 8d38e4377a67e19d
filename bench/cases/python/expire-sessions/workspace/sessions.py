class Sessions:
    def __init__(self, ttl):
        self.ttl = ttl
        self.seen = {}

    def touch(self, key, now):
        self.seen[key] = now

    def expire(self, now):
        """Forgets sessions that were quiet too long; gives their number."""
        gone = 0
        for key in self.seen:
            if now - self.seen[key] > self.ttl:
                del self.seen[key]
                gone += 1
        return gone
