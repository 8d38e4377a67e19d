import subprocess, sys
out = subprocess.run([sys.executable, "main.py"], capture_output=True, text=True, check=True).stdout
assert out == "bolt 5 9\nnut 3 4\n", out
