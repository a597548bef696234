"""Servers to examine: sandboxes full of canaries, and proxies that change what they answer."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from ucwa2 import PasswordGrant
from ucwa2.doctor import Options, Report, Severity, examine
from ucwa2.doctor.printing import FORMATS
from ucwa2.sandbox import Running, SandboxBackend, SandboxUser, running

CANARY = "canary"
"""Is part of everything that no report may show."""
ANN = "ann.canary@contoso.com"
PASSWORD = "Passw0rd-canary"


class Examined(NamedTuple):
    """A report, and the lines of progress."""

    report: Report
    lines: list[str]

    @property
    def texts(self) -> list[str]:
        """The report in its three forms, and the progress."""
        return [*(form(self.report) for form in FORMATS.values()), "\n".join(self.lines)]

    def findings(self, severity: Severity | None = None) -> list[str]:
        """The findings, a line for each."""
        found = [one for one in self.report.findings if severity in (None, one.severity)]
        return [f"{one.step}: {one.about}: expected {one.expected}; came {one.came}; {one.advice}" for one in found]

    def named(self, *words: str) -> str:
        """The only finding that has all words."""
        found = [line for line in self.findings() if all(word in line for word in words)]
        assert len(found) == 1, (words, self.findings())
        return found[0]

    def check_secrets(self, *more: str) -> None:
        """No form of the report has a canary, or one of the other texts."""
        for text in self.texts:
            found = [word for word in (CANARY, *more) if word.lower() in text.lower()]
            assert found == [], text


def users() -> list[SandboxUser]:
    """Two users who are canaries, with an address each."""
    return [
        SandboxUser(ANN, PASSWORD, "Ann Canary"),
        SandboxUser("bob.canary@contoso.com", "canary-of-bob", "Bob Canary"),
    ]


@contextmanager
def sandbox(**options: Any) -> Iterator[Running]:
    with running(SandboxBackend(users()), **options) as found:
        yield found


def examined(address: str, **options: Any) -> Examined:
    """An examination as Ann, which listens to events for a moment."""
    lines: list[str] = []
    given = {"grant": PasswordGrant(ANN, PASSWORD), "listen": 0.3, "max_requests": 60, **options}
    return Examined(examine(Options(address, **given), lines.append), lines)


@dataclass
class Reply:
    """An answer on its way through a proxy."""

    status: int
    headers: dict[str, str]
    content: bytes

    @property
    def body(self) -> Any:
        return json.loads(self.content)

    @body.setter
    def body(self, value: Any) -> None:
        self.content = json.dumps(value).encode()


Change = Callable[[str, str, Reply], None]


@dataclass
class Deviation:
    """A proxy in front of a server: ``change`` gets the method and the path of each request, and the answer."""

    target: str
    change: Change
    alone: str | None = None
    """Part of the paths to which the proxy answers by itself."""

    @contextmanager
    def serving(self) -> Iterator[str]:
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True  # or each answer waits for an acknowledgement of its headers

            def answer(self) -> None:
                try:
                    reply = outer.forward(self.command, self.path, dict(self.headers.items()), self._content())
                except OSError:  # the server has ended while events were waited for
                    self.close_connection = True
                    return
                self.send_response_only(reply.status)
                for name, value in {**reply.headers, "Content-Length": str(len(reply.content))}.items():
                    self.send_header(name, value)
                with suppress(OSError):  # the client has not waited for the events
                    self.end_headers()
                    self.wfile.write(reply.content)

            do_GET = do_POST = do_DELETE = answer  # noqa: N815

            def _content(self) -> bytes:
                return self.rfile.read(int(self.headers.get("content-length", 0)))

            def log_message(self, *_: Any) -> None:
                """Log nothing."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            server.server_close()

    def is_alone(self, path: str) -> bool:
        return self.alone is not None and self.alone in path

    def forward(self, method: str, path: str, headers: dict[str, str], content: bytes) -> Reply:
        instead = Reply(0, {}, b"")
        if self.is_alone(path):
            self.change(method, path, instead)
            return instead
        there = urlsplit(self.target)
        kept = {name: value for name, value in headers.items() if name.lower() not in ("accept-encoding", "connection")}
        with closing(http.client.HTTPConnection(there.hostname or "", there.port, timeout=20)) as line:
            line.request(method, path, content, kept)
            received = line.getresponse()
            left_out = ("content-length", "transfer-encoding", "connection")
            fields = {name: value for name, value in received.getheaders() if name.lower() not in left_out}
            reply = Reply(received.status, fields, received.read())
        self.change(method, path, reply)
        return reply


def of(end: str, change: Callable[[Any], object], method: str = "GET") -> Change:
    """A change of the JSON body of the answers from addresses with this end."""

    def at(asked: str, path: str, reply: Reply) -> None:
        if asked == method and path.partition("?")[0].endswith(end) and reply.status < 300:
            body = reply.body
            change(body)
            reply.body = body

    return at
