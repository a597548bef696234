"""Servers and host names for tests: a listener that records requests, and names that resolve to local ports."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

import httpx2

Reply = tuple[int, dict[str, str], bytes]


class Listener:
    """A server on a port of this machine. ``reply`` can be replaced; all requests are recorded."""

    def __init__(self, reply: Callable[[str, str], Reply] | None = None) -> None:
        self.heard: list[tuple[str, str, dict[str, str], bytes]] = []
        self.reply = reply or (lambda method, target: (404, {}, b""))
        listener = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True  # or each answer waits for an acknowledgement of its headers

            def answer(self) -> None:
                body = self.rfile.read(int(self.headers.get("content-length", 0)))
                listener.heard.append((self.command, self.path, dict(self.headers), body))
                status, headers, content = listener.reply(self.command, self.path)
                self.send_response(status)
                for name, value in {"Content-Length": str(len(content)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(content)

            do_GET = do_POST = do_PUT = do_DELETE = answer  # noqa: N815

            def log_message(self, *_: Any) -> None:
                """Log nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def told(self) -> str:
        """All received requests, as one text."""
        return repr(self.heard)

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


class Names:
    """Host names of a simulated network: each resolves to a server of this machine, or not at all."""

    def __init__(self, places: Mapping[str, str]) -> None:
        self.places = dict(places)
        self.asked: list[str] = []
        """Origins that received a request, in order."""

    def moved(self, request: httpx2.Request) -> httpx2.Request:
        """The request to the real server, with a header that says that TLS was used."""
        url = request.url
        origin = f"{url.scheme}://{url.host}"
        if not self.asked or self.asked[-1] != origin:
            self.asked.append(origin)
        if origin not in self.places:
            raise httpx2.ConnectError(f"there is no {url.host}", request=request)
        there = httpx2.URL(self.places[origin])
        request.url = url.copy_with(scheme="http", host=there.host, port=there.port)
        request.headers["X-Forwarded-Proto"] = url.scheme
        return request

    @asynccontextmanager
    async def client(self, kind: str) -> AsyncIterator[httpx2.Client | httpx2.AsyncClient]:
        """A client of httpx2 that resolves these names."""
        if kind == "sync":
            with httpx2.Client(transport=_Transport(self)) as blocking:
                yield blocking
        else:
            async with httpx2.AsyncClient(transport=_AsyncTransport(self)) as found:
                yield found


class _Transport(httpx2.HTTPTransport):
    def __init__(self, names: Names) -> None:
        super().__init__()
        self._names = names

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        return super().handle_request(self._names.moved(request))


class _AsyncTransport(httpx2.AsyncHTTPTransport):
    def __init__(self, names: Names) -> None:
        super().__init__()
        self._names = names

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        return await super().handle_async_request(self._names.moved(request))
