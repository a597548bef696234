"""Requests for the pool beneath an httpx2 client are those of the client, and a step of the program is not left out."""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from time import monotonic

import anyio
import httpx2
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ucwa2 import AsyncClient, Client, Link, Request, Response
from ucwa2._runtime.client._async.httpx2_transport import AsyncHttpx2Transport
from ucwa2._runtime.client._sync.httpx2_transport import Httpx2Transport
from ucwa2._runtime.client.transport.pools import fields
from ucwa2.errors import Error, TransportError

LARGEST = 1024 * 1024
OPTIONS = {"headers": {"X-Own": "yes", "Accept-Language": "de"}}
NAMES = st.sampled_from(["Accept", "x-own", "If-Match", "Content-Type", "accept-encoding", "User-Agent", "X-A"])
REQUESTS = st.tuples(
    st.sampled_from(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]),
    st.text('abcZ09-._~/%:@!$&()*+,;=?#é{"', max_size=20),
    st.dictionaries(NAMES, st.text("abc 09;=/", max_size=9).map(str.strip), max_size=4),
    st.binary(max_size=20),
)


@pytest.fixture(scope="module")
def echo() -> Iterator[str]:
    """A server that answers with the bytes of the request."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def accept() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                threading.Thread(target=serve, args=(connection,), daemon=True).start()

        threading.Thread(target=accept, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}"
        server.shutdown(socket.SHUT_RDWR)


def serve(connection: socket.socket) -> None:
    with connection:
        while said := connection.recv(65536):
            head, _, body = said.partition(b"\r\n\r\n")
            size = int(head.lower().partition(b"content-length: ")[2].partition(b"\r")[0] or 0)
            while len(body) < size:
                more = connection.recv(65536)
                body, said = body + more, said + more
            content = b"" if said.startswith(b"HEAD") else said
            first = b"X-Line: %b\r\nx-a: 1\r\nX-A: 2\r\n" % said.partition(b"\r\n")[0]
            connection.sendall(b"HTTP/1.1 200 OK\r\n%bContent-Length: %d\r\n\r\n%b" % (first, len(content), content))


def told(found: Response | TransportError) -> object:
    if isinstance(found, Response):
        return found.status_code, dict(found.headers), found.content, found.url
    return str(found), found.sent, found.kind


@contextmanager
def by_the_client() -> Iterator[None]:
    """Within it the client sends, as it does for its line in the log."""
    logger = logging.getLogger("httpx2")
    logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.setLevel(logging.NOTSET)


@pytest.fixture(scope="module")
def blocking() -> Iterator[Httpx2Transport]:
    transport = Httpx2Transport(None, OPTIONS, LARGEST)
    yield transport
    transport.close()


@given(made=REQUESTS)
@example(made=("GET", "events?ack=1&low=2", {}, b""))
@example(made=("GET", "?ack=1", {}, b""))
@example(made=("GET", "events?ack='1'", {}, b""))
@example(made=("GET", "events?ack=1?a", {}, b""))
@example(made=("GET", "a#b?ack=1", {}, b""))
@example(made=("GET", "a b/../c?ack=1", {}, b""))
@settings(max_examples=60)
def test_requests_and_answers_are_those_of_the_client(
    echo: str, blocking: Httpx2Transport, made: tuple[str, str, dict[str, str], bytes]
) -> None:
    method, path, headers, content = made
    request = Request(method, f"{echo}/{path}", headers, content)
    found = told(blocking.exchange(request, monotonic() + 5))
    with by_the_client():
        assert found == told(blocking.exchange(request, monotonic() + 5))


@pytest.mark.parametrize("kind", [Client, AsyncClient])
def test_errors_are_those_of_the_client(echo: str, kind: type[Client | AsyncClient]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        nowhere = f"http://127.0.0.1:{free.getsockname()[1]}/"
    requests = [
        Request("POST", f"{echo}/x", {"If-Match": "1"}, b"{}"),
        Request("GET", f"{echo}/x", {"X-A": " c4n4ry"}, b""),
        Request("GET", nowhere, {}, b""),
        Request("GET", "http://[", {}, b""),
    ]

    def blocking() -> list[object]:
        transport = Httpx2Transport(None, OPTIONS, LARGEST)
        found = [told(transport.exchange(request, monotonic() + 5)) for request in requests]
        transport.close()
        return found

    async def awaiting() -> list[object]:
        transport = AsyncHttpx2Transport(None, OPTIONS, LARGEST)
        found = [told(await transport.exchange(request, 5)) for request in requests]
        await transport.close()
        return found

    def once() -> list[object]:
        return blocking() if kind is Client else anyio.run(awaiting)

    found = once()
    with by_the_client():
        assert found == once()


@pytest.mark.parametrize(
    ("kind", "place", "name"),
    [
        (Client, httpx2.HTTPTransport, "handle_request"),
        (Client, httpx2.Client, "send"),
        (AsyncClient, httpx2.AsyncHTTPTransport, "handle_async_request"),
        (AsyncClient, httpx2.AsyncClient, "send"),
    ],
)
def test_step_of_the_program_is_not_left_out(
    echo: str, kind: type[Client | AsyncClient], place: type, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hook of the user, or a step that a tool for traces or for tests puts in place of one of the library."""
    step, seen = getattr(place, name), []
    call = Link(f"{echo}/x").call("OPTIONS")

    def mine(*given: object, **named: object) -> object:
        seen.append(given)
        return step(*given, **named)

    async def awaited(request: httpx2.Request) -> None:
        seen.append(request)

    async def awaiting(client: AsyncClient) -> None:
        with suppress(Error):
            await client.send(call)
        await client.close()

    def blocking(client: Client) -> None:
        with suppress(Error):
            client.send(call)
        client.close()

    def sent(*hooks: object) -> int:
        client = kind(f"{echo}/", trusted=[echo], event_hooks={"request": hooks})
        _ = anyio.run(awaiting, client) if isinstance(client, AsyncClient) else blocking(client)
        return len(seen)

    assert sent() == 0
    assert sent(awaited if kind is AsyncClient else seen.append) == 1
    monkeypatch.setattr(place, name, mine)
    assert sent() == 2


def test_values_of_headers_are_read_as_the_library_reads_them() -> None:
    for raw in (b"plain", "é".encode(), b"\xe9"):
        pairs = [(b"X-A", raw), (b"x-a", b"2"), (b"B", b"")]
        assert fields(pairs) == dict(httpx2.Headers(pairs).items())
