import os
import sys

sys.path.insert(0, os.getcwd())
from prices import read, total

prices = read(["Tea 300", " cup  120"])
assert total(["tea", "cup"], prices, {"cup": 20}) == 400
assert total(["Tea"], prices, {}) == 300
assert total([], prices, {}) == 0
