"""The service: POST /report with a list of shops answers the report's lines."""

import json
import logging
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from reports.summary import report

log = logging.getLogger("reports")


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        try:
            code, answer = 200, report(json.loads(body))
        except Exception:
            log.exception("POST %s failed", self.path)
            code, answer = 500, {"error": "no report"}
        data = json.dumps(answer).encode()
        self.send_response(code)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


def start(port):
    """The server, not yet serving."""
    return ThreadingHTTPServer(("127.0.0.1", port), Handler)


if __name__ == "__main__":
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s - %(message)s")
    start(8080).serve_forever()
