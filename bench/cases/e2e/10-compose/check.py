"""Resolves names as compose does: a service is reached by its name, on the port that its image listens on."""

import pathlib
import re

LISTENS = {"api": 8080, "orders-db": 5432}


def blocks(text):
    """The services by name: their lines, without comments."""
    found, name, inside = {}, "", False
    for line in text.splitlines():
        line = re.sub(r"\s+#.*|^#.*", "", line)
        if re.match(r"\S", line):
            inside = line.rstrip() == "services:"
        elif inside and (match := re.fullmatch(r"  ([\w-]+):\s*", line)):
            name = match[1]
            found[name] = []
        elif inside and line.strip():
            found[name].append(line.strip())
    return found


def environment(lines):
    return dict(re.fullmatch(r"(\w+): *\"?([^\"]*)\"?", line).groups() for line in lines if re.match(r"[A-Z_]+:", line))


services = blocks(pathlib.Path("compose.yaml").read_text())
assert sorted(services) == ["api", "orders-db"], services
api = environment(services["api"])
assert LISTENS.get(api["DB_HOST"]) == int(api["DB_PORT"]) == 5432, api
assert api["PORT"] == "8080" and api["DB_NAME"] == "shop", api
assert not any("network_mode" in line or "extra_hosts" in line for line in services["api"]), "no name of its own"
assert "8080:8080" in " ".join(services["api"]) and "orders-db" in " ".join(services["api"])
assert environment(services["orders-db"]) == {"POSTGRES_DB": "shop", "POSTGRES_PASSWORD": "example"}
code = pathlib.Path("api/database.js").read_text()
assert "environment.DB_HOST" in code and "environment.DB_PORT" in code, "the code still reads its environment"
