"""HEAD over a socket: the headers of the answer, which has no body whatever its length says, with both clients."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from market import AsyncClient, Client
from market.errors import NotFound
from market.resources.offer import OfferLink
from market.resources.seller import SellerLink


class Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_HEAD(self) -> None:
        self.send_response(404 if self.path == "/gone" else 200)
        for name, value in {"ETag": '"7"', "Content-Length": "120", "Content-Encoding": "gzip"}.items():
            self.send_header(name, value)
        self.send_header("X-Seen", self.headers.get("X-Trace", "nothing"))
        self.end_headers()

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture
def url() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_blocking_client(url):
    with Client(f"{url}/") as client:
        found = client.send(OfferLink(f"{url}/offers/1").head(x_trace="abc"))
        assert (found["ETag"], found["content-length"], found["x-seen"]) == ('"7"', "120", "abc")
        assert client.send(SellerLink(f"{url}/sellers/1").head()) is None
        with pytest.raises(NotFound):
            client.send(SellerLink(f"{url}/gone").head())


def test_async_client(url):
    async def run() -> None:
        async with AsyncClient(f"{url}/") as client:
            found = await client.send(OfferLink(f"{url}/offers/1").head(x_trace="abc"))
            assert (found["ETag"], found["content-length"], found["x-seen"]) == ('"7"', "120", "abc")
            assert await client.send(SellerLink(f"{url}/sellers/1").head()) is None

    asyncio.run(run())
