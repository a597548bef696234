"""Closing a client or a listener: what waits ends, and what others use stays."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from time import monotonic, sleep

import anyio
import httpx2
import pytest
from tests.protocol.watching import application_of, until
from tests.protocol.ways import ANN

from ucwa2 import AsyncClient, Client, Policy, Reset
from ucwa2.errors import UcwaError

pytestmark = pytest.mark.anyio


async def test_closing_a_listener_ends_what_waits_for_it(way, sandbox):
    async with way.application(sandbox, available=False) as (client, _):
        events = client.events()
        ended: list[float] = []

        async def listen() -> None:
            async for _ in events:
                pass
            ended.append(monotonic())

        async with anyio.create_task_group() as group:
            group.start_soon(listen)
            await until(lambda: application_of(sandbox).channel.waiting is not None)
            events.close()
            with anyio.fail_after(3):
                await until(lambda: bool(ended))


async def test_closed_client_does_nothing_until_it_is_entered_again(way, sandbox):
    client = way.client(f"{sandbox.url}/")
    async with client:
        app = await client.create_application(user_agent="Tests/1.0", culture="en-US")
    asked = len(sandbox.backend.requests)
    with pytest.raises(UcwaError, match="closed"):
        await client.send(app.links.self.get())
    assert len(sandbox.backend.requests) == asked

    async with client:
        assert (await client.send(app.links.self.get())).rel == "application"


async def test_deleting_that_hangs_does_not_hide_what_went_wrong(way, sandbox):
    policy = Policy(timeout=0.5, attempts=1)
    sandbox.backend.faults.add([{"kind": "latency", "seconds": 3, "method": "DELETE"}])
    with pytest.raises(ZeroDivisionError):
        async with way.application(sandbox, delete_on_close=True, policy=policy):
            raise ZeroDivisionError


async def test_application_is_deleted_though_the_block_was_cancelled(sandbox):
    with anyio.move_on_after(0.3):
        async with AsyncClient(f"{sandbox.url}/", ANN, delete_on_close=True) as client:
            await client.create_application(user_agent="Tests/1.0", culture="en-US")
            await anyio.sleep(10)

    assert sandbox.backend.applications == {}


def test_client_that_is_entered_while_it_is_being_closed(sandbox):
    client = Client(f"{sandbox.url}/", ANN, delete_on_close=True)
    client.open().create_application(user_agent="Tests/1.0", culture="en-US")
    sandbox.backend.faults.add([{"kind": "latency", "seconds": 0.6, "method": "DELETE"}])
    closing = threading.Thread(target=client.close)
    closing.start()
    sleep(0.2)
    client.open()
    closing.join(10)
    app = client.create_application(user_agent="Tests/1.0", culture="en-US")

    assert client.send(app.links.self.get()).rel == "application"
    client.close()


def test_transport_of_ones_own_serves_others_afterwards(sandbox):
    transport = httpx2.HTTPTransport()
    for _ in range(2):
        with Client(f"{sandbox.url}/", ANN, transport=transport) as client:
            client.create_application(user_agent="Tests/1.0", culture="en-US")
    with httpx2.Client(transport=transport, timeout=None) as http:
        assert http.get(f"{sandbox.url}/").status_code == 200


FORKED = """
import os, sys
from ucwa2 import Client, PasswordGrant, Reset
from ucwa2.errors import UcwaError
with Client(sys.argv[1], PasswordGrant("ann@contoso.com", "secret")) as client:
    client.create_application(user_agent="Tests/1.0", culture="en-US")
    events = client.events()
    client._channel._dispatch(Reset("resync"), Reset("resume"))
    assert events.next().cause == "resync"
    child = os.fork()
    if not child:
        try:
            events.next()
        except UcwaError as fault:
            os._exit(7 if "another process" in str(fault) else 1)
        os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
    assert events.next().cause == "resume"
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_event_that_waits_is_given_to_the_process_of_the_listener_alone(sandbox):
    subprocess.run([sys.executable, "-c", FORKED, f"{sandbox.url}/"], check=True)


async def test_client_of_another_process_is_left_alone(way, sandbox):
    """After a fork, the child may use neither the connections nor the application."""
    async with way.application(sandbox, delete_on_close=True) as (client, app):
        inner = getattr(client, "inner", client)
        events = client.events()
        inner._channel._dispatch(Reset("resync"), Reset("resync"))
        assert await events.next()
        inner._process, mine = -1, inner._process
        with pytest.raises(UcwaError, match="process"):
            await client.send(app.links.self.get())
        with pytest.raises(UcwaError, match="process"):
            await events.next()
        driver = inner._driver
        await client.close()
        assert len(sandbox.backend.applications) == 1
        inner._process, inner._driver = mine, driver
