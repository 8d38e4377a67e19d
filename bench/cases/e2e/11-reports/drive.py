"""Drives the service of the folder it is called in; gives what it answered."""

import json
import logging
import os
import sys
import threading
import urllib.error
import urllib.request

sys.dont_write_bytecode = True
sys.path.insert(0, os.getcwd())
logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s - %(message)s")

from reports.service import start


def answers(bodies):
    server = start(0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    seen = []
    for body in bodies:
        request = urllib.request.Request(
            f"http://127.0.0.1:{server.server_address[1]}/report", data=json.dumps(body).encode(), method="POST"
        )
        try:
            with urllib.request.urlopen(request) as answer:
                seen.append((answer.status, json.load(answer)))
        except urllib.error.HTTPError as refused:
            seen.append((refused.code, json.load(refused)))
    server.shutdown()
    return seen


FULL = {"name": "north", "figures": {"sales": {"total": 7}, "returns": {"total": 2}, "visits": {"total": 40}}}
