"""A large answer is read beside the event loop, over sockets."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from tests.protocol.hosts import Listener

from ucwa2 import AsyncClient, Call, Response, State
from ucwa2._runtime.calls.results import Returns
from ucwa2._runtime.client.session.effects import LARGE

pytestmark = pytest.mark.anyio


class Seen(Returns):
    """A result that says in which thread it was read."""

    __slots__ = ()

    def read(self, response: Response, call: Call[Any]) -> int:
        return threading.get_ident()


@pytest.mark.parametrize(("size", "is_beside"), [(LARGE, True), (10, False)])
async def test_large_answer_is_read_in_a_thread(size: int, is_beside: bool) -> None:
    body = b"x" * size
    with Listener(lambda method, target: (200, {"Content-Type": "application/json"}, body)) as server:
        client = AsyncClient(f"{server.url}/")
        where = await client.send(Call("GET", f"{server.url}/large", Seen()))
        await client.close()

    assert (where != threading.get_ident()) is is_beside


@pytest.mark.parametrize(("size", "is_beside"), [(LARGE, True), (10, False)])
async def test_large_batch_is_read_in_threads(size: int, is_beside: bool) -> None:
    head = "Content-Type: application/http\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"
    part = f"--b\r\n{head}".encode() + b"x" * size + b"\r\n"
    answer = (200, {"Content-Type": "multipart/batching; boundary=b"}, part * 3 + b"--b--\r\n")
    with Listener(lambda method, target: answer) as server:
        client = AsyncClient(f"{server.url}/")
        client._session.entry = State.from_json('{"_links": {"batch": {"href": "/batch"}}}', base=server.url)
        found = await client.batch(*(Call("GET", f"{server.url}/{at}", Seen()) for at in range(3)))
        await client.close()

    assert [outcome.value != threading.get_ident() for outcome in found] == [is_beside] * 3
