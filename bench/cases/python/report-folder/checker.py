import json, os, tempfile
from export import save, export
base = tempfile.mkdtemp()
p = save({"a": 1}, os.path.join(base, "x", "y", "r.json"))
assert json.load(open(p)) == {"a": 1}
p = save({"a": 2}, os.path.join(base, "r.json"))
assert json.load(open(p)) == {"a": 2}
os.chdir(base); save({"a": 3}, "plain.json")
