"""Errors of failed requests: enough to diagnose the failure, and no headers."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import anyio
import httpx2
import pytest

from ucwa2 import AsyncClient, Client, Link, Policy, Request
from ucwa2._runtime.client.transport.adapter import failed
from ucwa2.errors import InvalidArgument, TransportError

CANARY = "c4n4ry"
QUICK = Policy(timeout=5, attempts=1)
ANSWERS = [
    b"HTTP/1.1 200 OK\r\nSet-Cookie : session=c4n4ry; path=/\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nX: 1\r\nset-cookie\0: c4n4ry\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Length: c4n4ry\r\n\r\n",
    b"Set-Cookie: c4n4ry\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nc4n4ry\r\n",
]


@contextmanager
def answering(answer: bytes) -> Iterator[str]:
    """A server that gives the same answer to every request."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                with connection:
                    connection.recv(65536)
                    connection.sendall(answer)

        threading.Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}"
        server.shutdown(socket.SHUT_RDWR)


def fault(url: str, kind: type[Client | AsyncClient], headers: dict[str, str] | None = None) -> TransportError:
    call = Link(f"{url}/x").call("GET", headers=headers)

    client = kind(f"{url}/", trusted=[url], policy=QUICK)
    with pytest.raises(TransportError) as raised:
        _ = anyio.run(client.send, call) if isinstance(client, AsyncClient) else client.send(call)
    return raised.value


@pytest.mark.parametrize("kind", [Client, AsyncClient])
@pytest.mark.parametrize("answer", ANSWERS)
def test_a_line_of_the_answer_is_not_quoted(answer: bytes, kind: type[Client | AsyncClient]) -> None:
    with answering(answer) as url:
        text = str(fault(url, kind))
    assert text.startswith(f"GET {url}/x: remote protocol error")
    assert CANARY not in text


@pytest.mark.parametrize("kind", [Client, AsyncClient])
def test_a_header_of_the_call_is_not_quoted(kind: type[Client | AsyncClient]) -> None:
    with answering(b"") as url:
        text = str(fault(url, kind, {"X-Api-Key": f" {CANARY}"}))
    assert text == f"GET {url}/x: local protocol error (Illegal header value)"


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Server disconnected without sending a response.", "Server disconnected without sending a response."),
        ("illegal header line: bytearray(b'Set-Cookie : c4n4ry')", "illegal header line"),
        ("Received header value surrounded by whitespace b' c4n4ry'", "Received header value surrounded by whitespace"),
        ('Illegal header value b"it\'s c4n4ry"', "Illegal header value"),
        ("<Terminated error_code:1, additional_data:b'c4n4ry'>", "<Terminated error_code:1, additional_data"),
        ("'c4n4ry'", ""),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_up_to_what_is_quoted(said: str, kept: str) -> None:
    text = str(failed(Request("GET", "https://pool.contoso.com/x", {}, b""), httpx2.RemoteProtocolError(said)))
    assert text == f"GET https://pool.contoso.com/x: remote protocol error{f' ({kept})' if kept else ''}"


def test_an_unreachable_host_is_reported_in_full() -> None:
    asked = Request("GET", "https://pool.contoso.com/x", {}, b"")
    found = failed(asked, httpx2.ConnectError("certificate is not valid for 'pool.contoso.com'"))
    assert "is not valid for 'pool.contoso.com'" in str(found)
    assert not found.sent


def test_error_names_its_kind_and_each_exchange_is_shown_to_the_session():
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    seen: list[tuple[str, str]] = []

    def note(request, outcome, seconds):
        seen.append((request.method, getattr(outcome, "kind", "answer")))
        assert seconds >= 0

    client = Client(f"http://127.0.0.1:{port}/", policy=QUICK)
    client._session.on_exchange = note
    with pytest.raises(TransportError) as raised, client:
        pass
    with answering(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n") as url:
        other = AsyncClient(url, policy=QUICK)
        other._session.on_exchange = note

        async def enter():
            async with other:
                pass

        with pytest.raises(TransportError):
            anyio.run(enter)

    assert raised.value.kind == "connect error"
    assert seen == [("GET", "connect error"), ("GET", "answer")]


@pytest.mark.parametrize("kind", [Client, AsyncClient])
def test_headers_that_are_not_ascii_are_not_taken_for_a_proxy(kind: type[Client | AsyncClient]) -> None:
    async def opened() -> None:
        client = kind("https://pool.contoso.com/", headers={"X-Team": "c4n4ry é"}, proxy="http://127.0.0.1:9")
        if isinstance(client, AsyncClient):
            await client.open()
        else:
            client.open()

    with pytest.raises(InvalidArgument, match="`headers` has a name or a value that is not ASCII") as raised:
        anyio.run(opened)
    assert "c4n4ry" not in str(raised.value)
