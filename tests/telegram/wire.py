"""HTTP around the stand-in: `/bot<token>/<method>` with a form, JSON or files, as Telegram takes them.

Belongs here: sockets and bodies. Does not: any meaning.
"""

import json
import select
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.parser import BytesParser
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, unquote

from tests.telegram.botapi import Refused
from tests.telegram.standin import Dropped, Garbage, StandIn


@contextmanager
def served(standin: StandIn) -> Iterator[str]:
    """Serve the stand-in on a free port of this machine; its base URL."""

    class Handler(_Handler):
        memory = standin

    server = _Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        with standin.changed:
            standin.closed = True
            standin.changed.notify_all()
        server.shutdown()
        server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        """Callers that were killed are part of the tests."""


class _Handler(BaseHTTPRequestHandler):
    memory: StandIn
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        if len(body) < length:  # the caller was killed while it asked
            self.close_connection = True
            return
        _, _, rest = self.path.partition("/bot")
        token, _, method = rest.partition("/")
        try:
            result = self.memory.request(token, method, self._given(body), self._gone)
        except Refused as error:
            answer: dict[str, object] = {"ok": False, "error_code": error.code, "description": error.description}
            if error.parameters:
                answer["parameters"] = error.parameters
            self._answer(error.code, json.dumps(answer).encode())
        except Dropped:
            self.close_connection = True
        except Garbage:
            self._answer(200, b"<html>wait</html>")
        else:
            self._answer(200, json.dumps({"ok": True, "result": result}).encode())

    def do_GET(self) -> None:
        if not self.path.startswith("/file/bot"):
            return self.do_POST()
        token, _, path = unquote(self.path).removeprefix("/file/bot").partition("/")
        data = self.memory.file(token, path)
        return self._answer(200 if data is not None else 404, data or b"")

    def _answer(self, code: int, body: bytes) -> None:
        with suppress(OSError):
            self.send_response(code)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    def _given(self, body: bytes) -> dict[str, object]:
        kind = self.headers.get("Content-Type", "")
        if kind.startswith("multipart/form-data"):
            return _parts(kind, body)
        if kind.startswith("application/json"):
            given: dict[str, object] = json.loads(body or b"{}")
            return given
        return dict(parse_qsl(body.decode(), keep_blank_values=True))

    def _gone(self) -> bool:
        """Whether the caller hung up."""
        try:
            readable, _, _ = select.select([self.connection], [], [], 0)
            return bool(readable) and self.connection.recv(1, socket.MSG_PEEK) == b""
        except OSError:
            return True

    def log_message(self, format: str, *args: object) -> None:
        """Silent."""


def _parts(kind: str, body: bytes) -> dict[str, object]:
    """The fields of a form with files; a field `attach://x` stands for the file x."""
    message = BytesParser(policy=HTTP).parsebytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body)
    fields: dict[str, object] = {}
    for part in message.iter_parts():
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        name = str(part.get_param("name", header="content-disposition"))
        fields[name] = content if part.get_filename() else content.decode()
    attached = {f"attach://{name}": name for name in fields}
    used = {attached[value]: name for name, value in fields.items() if isinstance(value, str) and value in attached}
    return {used.get(name, name): value for name, value in fields.items() if value not in attached}
