"""Sessions by their number, each with the second it ends."""

import sys


class Sessions:
    def __init__(self):
        self.ends = {}

    def open(self, number, end):
        self.ends[number] = end

    def sweep(self, now):
        """Drops what has ended; gives how many are left."""
        for number, end in self.ends.items():
            if end <= now:
                del self.ends[number]
        return len(self.ends)


def main(now):
    sessions = Sessions()
    sessions.open("a", 5)
    sessions.open("b", 50)
    sessions.open("c", 7)
    print(sessions.sweep(now))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
