"""The transport over pyreqwest where it differs from httpx2: errors, limits, headers, cancellation, Ctrl-C, options."""

from __future__ import annotations

import asyncio
import gzip
import os
import signal
import socket
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Any

import anyio
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyreqwest.client import SyncClientBuilder
from tests.client.transport.test_tls import Authority

from ucwa2 import AsyncClient, Client, Link, Policy, Request
from ucwa2._runtime.client.session.origin import LinkRefused, origin
from ucwa2._runtime.client.transport.reqwest import _address, configured, prepared
from ucwa2.errors import InvalidArgument, TransportError, UcwaError

CANARY = "c4n4ry"
ONCE = Policy(timeout=5, attempts=1, largest=100_000)
KINDS = pytest.mark.parametrize("kind", [Client, AsyncClient])
OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n"
Kind = type[Client | AsyncClient]


class Server:
    """Gives the same bytes to every request, or nothing; keeps what it received."""

    def __init__(self, answer: bytes | None, *, closes: bool = True) -> None:
        self.answer, self.closes = answer, closes
        self.heard: list[bytes] = []
        self.gone = threading.Event()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection: socket.socket) -> None:
        with connection:
            while received := connection.recv(65536):
                self.heard.append(received)
                if self.answer is not None:
                    connection.sendall(self.answer)
                    if self.closes:
                        return
        self.gone.set()

    def close(self) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()


@contextmanager
def serving(answer: bytes | None, *, closes: bool = True) -> Iterator[Server]:
    server = Server(answer, closes=closes)
    yield server
    server.close()


def made(kind: Kind, url: str, policy: Policy = ONCE, **options: Any) -> Any:
    return kind(f"{url}/", trusted=[url], policy=policy, transport="pyreqwest", **options)


def sent(kind: Kind, url: str, method: str = "GET", timeout: float | None = None, **given: Any) -> Any:
    """The response to one request; the client is closed."""
    options = given.pop("options", {})
    call = Link(f"{url}/x").call(method, **given)

    async def send() -> Any:
        client = made(AsyncClient, url, **options)
        try:
            return (await client.send(call, raw=True, timeout=timeout))[1]
        finally:
            await client.close()

    if kind is AsyncClient:
        return anyio.run(send)
    client = made(Client, url, **options)
    try:
        return client.send(call, raw=True, timeout=timeout)[1]
    finally:
        client.close()


@KINDS
def test_request_names_its_library_and_a_post_without_a_body_its_length(kind: Kind) -> None:
    with serving(OK + b"\r\n{}") as server:
        sent(kind, server.url, "POST", options={"headers": {"X-Own": "1", "Cookie": CANARY}})
    (heard,) = server.heard
    assert b"(pyreqwest 0." in heard
    assert b"content-length: 0\r\n" in heard.lower()
    assert b"accept-encoding: gzip, deflate\r\n" in heard.lower()
    assert b"X-Own: 1\r\n" in heard
    assert CANARY.encode() not in heard


@KINDS
def test_error_says_whether_the_request_was_sent(kind: Kind) -> None:
    """The library calls both ``ConnectError``: a POST may be repeated after the first alone."""
    with socket.create_server(("127.0.0.1", 0)) as nothing:
        url = f"http://127.0.0.1:{nothing.getsockname()[1]}"
    with pytest.raises(TransportError, match="connect error") as refused:
        sent(kind, url, "POST")
    with serving(b"") as server, pytest.raises(TransportError) as dropped:
        sent(kind, server.url, "POST")

    assert (refused.value.sent, dropped.value.sent) == (False, True)


@KINDS
@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\nX: 1\r\nset-cookie\0: c4n4ry\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: c4n4ry\r\n\r\n",
        b"Set-Cookie: c4n4ry\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nc4n4ry\r\n",
        OK + b"Content-Type: c4n4ry\r\n\r\n{",
    ],
)
def test_a_broken_answer_is_an_error_that_quotes_none_of_it(kind: Kind, answer: bytes) -> None:
    with serving(answer) as server, pytest.raises(TransportError) as raised:
        sent(kind, server.url)
    assert str(raised.value).startswith(f"GET {server.url}/x: ")
    assert CANARY not in str(raised.value)
    assert raised.value.sent


def test_a_header_that_cannot_be_sent_is_not_quoted() -> None:
    client = configured(SyncClientBuilder(), {}).build()
    with pytest.raises(TransportError, match="header is invalid") as raised:
        prepared(client, Request("GET", "http://127.0.0.1:1/", {"X-Api-Key": f"{CANARY}\0"}, b""), 1.0)
    assert CANARY not in str(raised.value)
    assert (raised.value.sent, raised.value.__cause__) == (False, None)


@KINDS
@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("told", [False, True])
def test_an_answer_is_limited_before_and_after_decompression(kind: Kind, packed: bool, told: bool) -> None:
    content = gzip.compress(bytes(200_000)) if packed else bytes(200_000)
    head = b"HTTP/1.1 200 OK\r\n" + (b"Content-Encoding: gzip\r\n" if packed else b"")
    head += b"Content-Length: %d\r\n" % len(content) if told else b""
    with serving(head + b"\r\n" + content) as server, pytest.raises(TransportError, match="larger than 100000"):
        sent(kind, server.url)


@KINDS
def test_headers_that_the_library_cannot_read_leave_the_others(kind: Kind) -> None:
    with serving(OK + b"X-A: 1\r\nx-a: 2\r\nX-L: caf\xe9\r\nContent-Type: text/plain\r\n\r\nhi") as server:
        response = sent(kind, server.url)
    assert (response.headers["X-A"], "x-l" in response.headers, response.content) == ("1, 2", False, b"hi")


@KINDS
def test_redirects_are_the_clients_own_matter(kind: Kind) -> None:
    with serving(OK + b"\r\nhi") as other, serving(b"") as server:
        server.answer = b"HTTP/1.1 302 Found\r\nLocation: %s/\r\nContent-Length: 0\r\n\r\n" % other.url.encode()
        with pytest.raises(LinkRefused):
            sent(kind, server.url)
    assert other.heard == []


@KINDS
def test_no_answer_ends_with_the_time_of_the_call(kind: Kind) -> None:
    began = monotonic()
    with serving(None) as server, pytest.raises(TransportError):
        sent(kind, server.url, timeout=0.2)
    assert monotonic() - began < 2


def test_cancelled_request_raises_at_once_and_ends_with_its_time() -> None:
    """The library cannot take a request back: its connection is closed when the time of the call is over."""

    async def cancel(url: str) -> None:
        client, call = made(AsyncClient, url), Link(f"{url}/x").call("GET")
        with anyio.move_on_after(0.05) as scope:
            await client.send(call, timeout=0.3)
        assert scope.cancelled_caught
        task = asyncio.ensure_future(client.send(call, timeout=0.3))
        await asyncio.sleep(0.05)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await anyio.to_thread.run_sync(server.gone.wait, 5)
        await client.close()

    with serving(None) as server:
        asyncio.run(cancel(server.url))
        assert server.gone.is_set()


def test_ctrl_c_interrupts_the_main_thread_at_once() -> None:
    """No signal interrupts the library, so the main thread waits for another one."""
    with serving(None) as server:
        client = made(Client, server.url)
        timer = threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGINT))
        timer.start()
        began = monotonic()
        with pytest.raises(KeyboardInterrupt):
            client.send(Link(f"{server.url}/x").call("GET"), timeout=5)
        client.close()
        assert monotonic() - began < 2


def test_closing_ends_the_waits_of_other_threads() -> None:
    with serving(None) as server:
        client, raised = made(Client, server.url), []

        def send() -> None:
            with pytest.raises(TransportError, match="was closed") as caught:
                client.send(Link(f"{server.url}/x").call("GET"))
            raised.append(caught)

        thread = threading.Thread(target=send)
        thread.start()
        while not server.heard:
            thread.join(0.01)
        client.close()
        thread.join(2)
        assert raised


@KINDS
def test_a_file_of_certificates_is_trusted_and_nothing_else(kind: Kind, tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    with authority.serving() as url:
        trusting = said(kind, url, verify=authority.file)
        refusing = said(kind, url)
        careless = said(kind, url, verify=False)
    assert "certificate" in refusing
    assert "certificate" not in trusting + careless


def said(kind: Kind, url: str, **options: Any) -> str:
    """The text of the error, or the status."""
    try:
        return str(sent(kind, url, options=options).status_code)
    except UcwaError as fault:
        return str(fault)


@KINDS
@pytest.mark.parametrize(
    ("options", "parameter"),
    [
        ({"transport": "aiohttp"}, "transport"),
        ({"http2": True}, "http2"),
        ({"cert": "x.pem"}, "cert"),
        ({"limits": None}, "limits"),
        ({"verify": ssl.create_default_context()}, "verify"),
    ],
)
def test_what_the_library_cannot_do_is_refused_at_construction(
    kind: Kind, options: dict[str, Any], parameter: str
) -> None:
    with pytest.raises(InvalidArgument) as raised:
        kind("https://pool.test/", **{"transport": "pyreqwest", **options})
    assert raised.value.parameter == parameter


@KINDS
@pytest.mark.parametrize(
    ("options", "parameter"), [({"proxy": "::"}, "proxy"), ({"verify": "/nowhere/ca.pem"}, "verify")]
)
def test_options_that_cannot_be_used_are_named(kind: Kind, options: dict[str, Any], parameter: str) -> None:
    with pytest.raises(InvalidArgument) as raised:
        sent(kind, "http://127.0.0.1:1", options=options)
    assert raised.value.parameter == parameter


@KINDS
def test_requests_go_through_a_proxy(kind: Kind) -> None:
    with serving(OK + b"\r\nhi") as proxy:
        sent(kind, "http://pool.test", options={"proxy": proxy.url})
    assert proxy.heard[0].startswith(b"GET http://pool.test/x HTTP/1.1\r\n")


FORKED = """
import os
from ucwa2 import Client
from ucwa2.errors import UcwaError
Client("http://127.0.0.1:1/", transport="pyreqwest")._made()
if os.fork():
    print("parent", os.waitstatus_to_exitcode(os.wait()[1]))
else:
    try:
        Client("http://127.0.0.1:1/", transport="pyreqwest").open()
    except UcwaError as fault:
        os._exit(7 if "fork" in str(fault) else 1)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_a_forked_process_gets_an_error_and_does_not_hang() -> None:
    done = subprocess.run([sys.executable, "-c", FORKED], capture_output=True, text=True, timeout=30, check=True)
    assert done.stdout == "parent 7\n"


ADDRESSES = st.text("ab/\\@:.?#[]%0123456789x-_\t é。", max_size=20)


@given(st.sampled_from(["http://", "https://", "http:/", "HTTP://"]), ADDRESSES)
def test_the_library_reads_the_origin_that_the_client_has_judged(scheme: str, rest: str) -> None:
    """An address that is read in two ways is sent to neither."""
    href = scheme + rest
    try:
        judged = origin(href)
        found = _address(href)
    except (ValueError, UcwaError):
        return
    assert (found.scheme, found.port_or_known_default) == (judged.scheme, judged.port)
    assert origin(f"{found.scheme}://{found.authority}") == judged
