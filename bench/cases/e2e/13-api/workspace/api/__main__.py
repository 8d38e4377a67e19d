"""The service; the one argument is its port."""

import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

from api.routes import answer


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        code, text = answer(self.path)
        data = text.encode()
        self.send_response(code)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    server = HTTPServer(("127.0.0.1", int(sys.argv[1])), Handler)
    print(server.server_address[1], flush=True)
    server.serve_forever()
