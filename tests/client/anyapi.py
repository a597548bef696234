"""Packages of small APIs, generated for a test, and an HTTP server that answers as a function says."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import ModuleType

from support import BASE, files_of, spec_texts
from ucwagen.disk.write import write

API = "specs/api.yaml"
Answer = Callable[[BaseHTTPRequestHandler], tuple[int, dict[str, str], bytes]]


@contextmanager
def package(folder: Path, name: str, api: str, **resources: str) -> Iterator[ModuleType]:
    """The package of the tiny API with another api.yaml and further resources."""
    head = f"package:\n  name: {name}\n  distribution: {name}\n  version: 1.0.0\n  summary: A small API.\n"
    texts = spec_texts(BASE) | {API: head + "reference: https://example.com/{page}\n" + api}
    texts |= {f"specs/resources/{page}.yaml": text for page, text in resources.items()}
    write(folder / "generated", files_of(texts))
    sys.path.insert(0, str(folder / "generated"))
    try:
        importlib.import_module(f"{name}.errors")
        yield importlib.import_module(name)
    finally:
        sys.path.remove(str(folder / "generated"))
        for known in [known for known in sys.modules if known.partition(".")[0] == name]:
            del sys.modules[known]


@contextmanager
def server(answer: Answer) -> Iterator[tuple[str, list[tuple[str, dict[str, str]]]]]:
    """The address of a server on this machine, and each request with its headers as they come."""
    seen: list[tuple[str, dict[str, str]]] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # or each answer waits for an acknowledgement of its headers

        def handle_one(self) -> None:
            self.body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            seen.append((f"{self.command} {self.path}", {name.lower(): value for name, value in self.headers.items()}))
            status, fields, body = answer(self)
            self.send_response(status)
            for field, value in {**fields, "Content-Length": str(len(body))}.items():
                self.send_header(field, value)
            self.end_headers()
            self.wfile.write(body)

        def __getattr__(self, name: str) -> Callable[[], None]:
            """Every HTTP method is answered in the same way."""
            if not name.startswith("do_"):
                raise AttributeError(name)
            return self.handle_one

        def log_message(self, *_: object) -> None:
            """Print nothing."""

    found = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=found.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{found.server_address[1]}", seen
    finally:
        found.shutdown()
        found.server_close()
