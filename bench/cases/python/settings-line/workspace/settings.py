def parse(text):
    """Reads lines of KEY=VALUE; blank lines and comments are passed over."""
    found = {}
    for line in text.splitlines():
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        key, value = line.split("=")
        found[key.strip()] = value.strip()
    return found
