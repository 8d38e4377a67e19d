"""Passes only where the service of the folder it is called in starts and answers as it should."""

import subprocess
import sys
import urllib.error
import urllib.request

service = subprocess.Popen([sys.executable, "-B", "-m", "api", "0"], stdout=subprocess.PIPE, text=True)
try:
    base = "http://127.0.0.1:" + service.stdout.readline().strip()
    for path, expected in {"/amount/bolt": "40", "/amount/screw": "0", "/worth/nut": "300"}.items():
        seen = urllib.request.urlopen(base + path).read().decode()
        assert seen == expected, (path, seen)
    try:
        urllib.request.urlopen(base + "/else/nut")
        raise AssertionError("an unknown address is answered")
    except urllib.error.HTTPError as refused:
        assert refused.code == 404
finally:
    service.kill()
