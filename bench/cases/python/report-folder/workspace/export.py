import json
import os
import tempfile


def save(report, path):
    """Writes a report; gives its path."""
    with open(path, "w") as out:
        json.dump(report, out)
    return path


def export(day):
    folder = os.path.join(tempfile.mkdtemp(), "reports", day)
    return save({"day": day}, os.path.join(folder, "report.json"))


if __name__ == "__main__":
    print(export("2026-11-20"))
