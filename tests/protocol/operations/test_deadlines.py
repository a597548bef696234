"""Deadlines hold for connecting and for name look-ups, and an interrupted block ends at once."""

from __future__ import annotations

import asyncio
import gc
import json
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from time import monotonic, sleep

import anyio
import pytest
from tests.protocol.hosts import Listener, Reply
from tests.protocol.watching import until
from tests.protocol.ways import ANN, Way

from ucwa2 import AsyncClient, Client, Policy, TokenGrant
from ucwa2.errors import TransportError, UcwaError
from ucwa2.resources.note import NoteLink

pytestmark = pytest.mark.anyio
KINDS = pytest.mark.parametrize("way", [Way("sync", "json"), Way("async", "json")], ids=str)
ADDRESSES = [f"127.0.0.{last}" for last in range(2, 8)]


@pytest.fixture
def silent() -> Iterator[int]:
    """A port at which six addresses of this machine never answer: their queues of connections are full."""
    with ExitStack() as stack:
        first = stack.enter_context(socket.create_server((ADDRESSES[0], 0), backlog=0))
        port = first.getsockname()[1]
        for address in ADDRESSES[1:]:
            stack.enter_context(socket.create_server((address, port), backlog=0))
        for address in ADDRESSES * 2:
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex((address, port))
        yield port


@pytest.fixture
def names(monkeypatch) -> dict[str, tuple[float, list[str]]]:
    """Names of the network: the seconds that each look-up takes, and the addresses."""
    known: dict[str, tuple[float, list[str]]] = {}
    usual = socket.getaddrinfo

    def look_up(host, port, *given, **named):
        name = host.decode() if isinstance(host, bytes) else host
        if name not in known:
            return usual(host, port, *given, **named)
        seconds, addresses = known[name]
        sleep(seconds)
        if not addresses:
            raise socket.gaierror(socket.EAI_NONAME, f"there is no {name}")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, int(port))) for address in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return known


async def _fails_within(seconds: float, waiting) -> UcwaError:
    began = monotonic()
    with pytest.raises(UcwaError) as raised:
        await waiting
    assert monotonic() - began < seconds
    return raised.value


@KINDS
async def test_many_addresses_that_never_answer_end_in_time(way, silent, names):
    names["many.test"] = (0, ADDRESSES)
    client = way.client(f"http://many.test:{silent}/")
    await _fails_within(2.5, client.send(NoteLink(f"http://many.test:{silent}/note").get(), timeout=1))
    await client.close()


@KINDS
async def test_slow_look_up_of_a_name_ends_in_time(way, names):
    names["slow.test"] = (4, [])
    client = way.client("http://slow.test/")
    for _ in range(2):
        await _fails_within(1.5, client.send(NoteLink("http://slow.test/note").get(), timeout=0.5))
    await client.close()


@KINDS
async def test_address_that_answers_is_found_behind_others(way, sandbox, names, silent):
    names["pool.test"] = (0, [*ADDRESSES[:2], "127.0.0.1"])
    port = sandbox.url.rpartition(":")[2]
    async with way.client(f"http://pool.test:{port}/") as client:
        assert (await client.create_application(user_agent="x", culture="en-US")).rel == "application"


@KINDS
async def test_name_that_does_not_exist_is_an_error_that_says_so(way, names):
    names["no.test"] = (0, [])
    fault = await _fails_within(2, way.client("http://no.test/", policy=Policy(attempts=1)).open())

    assert "there is no no.test" in str(fault)


@KINDS
async def test_discovery_keeps_to_the_timeout_of_the_policy(way, silent, names):
    for host in ("lyncdiscoverinternal", "lyncdiscover"):
        names[f"{host}.many.test"] = (4, [])
    client = way.dress((AsyncClient if way.kind == "async" else Client).discover("many.test", ANN, policy=Policy(1)))
    fault = await _fails_within(2.5, client.open())

    assert "lyncdiscover.many.test" in str(fault)
    await client.close()


@KINDS
async def test_interrupted_block_does_not_wait_for_a_report(way, sandbox):
    async with way.application(sandbox) as (client, _):
        sandbox.backend.faults.add([{"kind": "latency", "seconds": 5, "path": "reportMyActivity", "times": None}])
        if way.kind == "sync":
            seconds = await anyio.to_thread.run_sync(_interrupted, client, sandbox)
        else:
            seconds = await _cancelled(client, sandbox)

    assert seconds < 1


def _interrupted(client, sandbox) -> float:
    """Seconds that the block needs to end."""
    began = 0.0
    with suppress(KeyboardInterrupt), client.stay_active():
        while not sandbox.backend.faults.hits:
            sleep(0.01)
        began = monotonic()
        raise KeyboardInterrupt
    return monotonic() - began


async def _cancelled(client, sandbox) -> float:
    began = 0.0
    with anyio.CancelScope() as scope:
        async with client.stay_active():
            await until(lambda: sandbox.backend.faults.hits)
            began = monotonic()
            scope.cancel()
            await anyio.sleep(10)
    return monotonic() - began


def test_interrupted_block_does_not_wait_until_its_application_is_deleted(sandbox):
    began = 0.0
    with suppress(KeyboardInterrupt), Client(f"{sandbox.url}/", ANN, delete_on_close=True) as client:
        client.create_application(user_agent="x", culture="en-US")
        sandbox.backend.faults.add([{"kind": "latency", "seconds": 5, "method": "DELETE"}])
        began = monotonic()
        raise KeyboardInterrupt

    assert monotonic() - began < 2
    assert sandbox.backend.faults.hits


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_client_of_another_event_loop_says_so(sandbox):
    client = AsyncClient(f"{sandbox.url}/", ANN)

    async def use() -> str:
        app = await client.create_application(user_agent="x", culture="en-US")
        return app.rel

    assert asyncio.run(use()) == "application"
    for _ in range(2):
        with pytest.raises(UcwaError, match="another event loop"):
            asyncio.run(use())
    asyncio.run(client.close())
    gc.collect()  # the connections of the first loop end here, with a warning

    async def again() -> str:
        async with client:
            return await use()

    assert asyncio.run(again()) == "application"


def test_error_in_discovery_is_no_bare_timeout(silent, names):
    names["slow.test"] = (4, [])
    with pytest.raises(TransportError):
        Client("http://slow.test/", ANN, policy=Policy(timeout=0.5)).open()


@contextmanager
def slow_server(seconds: float) -> Iterator[Listener]:
    """A server whose every answer takes so long, and whose user resource leads to the next one without end."""

    def reply(method: str, target: str) -> Reply:
        sleep(seconds)
        kind, _, number = target.strip("/").partition("-")
        links = {"redirect": {"href": f"/root-{int(number or 0) + 1}"}}
        if kind != "user":
            links = {"user": {"href": f"/user-{number}"}}
        return 200, {"Content-Type": "application/json"}, json.dumps({"_links": links}).encode()

    with Listener(reply) as found:
        yield found


@KINDS
async def test_opening_has_one_deadline_for_all_its_steps(way):
    with slow_server(0.4) as server:
        client = way.client(f"{server.url}/", None, policy=Policy(timeout=1.5))
        await _fails_within(2.2, client.open())
        await _fails_within(1.2, client.open(timeout=0.5))
        error = await _fails_within(2.2, client.create_application(user_agent="Tests/1.0", culture="en-US"))
        await client.close()

    assert isinstance(error, TransportError)


@KINDS
async def test_function_that_gives_a_token_may_take_longer(way, sandbox):
    async with way.client(f"{sandbox.url}/"):
        known = next(iter(sandbox.backend.tokens))

    def token() -> str:
        sleep(1.5)
        return known

    async with way.client(f"{sandbox.url}/", TokenGrant(token), policy=Policy(timeout=1.0)) as client:
        app = await client.create_application(user_agent="Tests/1.0", culture="en-US")

    assert app.embedded.me.name == "Ann Adams"
