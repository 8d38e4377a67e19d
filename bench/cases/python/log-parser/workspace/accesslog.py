import re

LINE = re.compile(r"(\S+) - - \[(.*?)\] \"(\w+) (\S+)")
AGENT = re.compile(r"\"([^\"]*)\"$")


def agent(line):
    """The user agent of a line, or None."""
    match = AGENT.search(line)
    if match is None:
        return None
    return match.group(1)


def request(line):
    """The method and path of a line, or None."""
    match = LINE.match(line)
    return match.group(3), match.group(4)


def paths(lines):
    found = [request(line) for line in lines]
    return [entry[1] for entry in found if entry is not None]
