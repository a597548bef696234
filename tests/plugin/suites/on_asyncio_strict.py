"""An asynchronous client in tests that pytest-asyncio runs, each marked, in loops of several scopes."""

from __future__ import annotations

import asyncio

import pytest
import pytest_asyncio

LOOPS = []


async def _name(client):
    return (await client.send(client.application.embedded.me.links.self.get())).name


@pytest.mark.asyncio
async def test_client_is_of_this_loop(async_ucwa_client):
    assert await _name(async_ucwa_client) == "Ann Adams"


@pytest.mark.asyncio
async def test_events(ucwa_sandbox, async_ucwa_client):
    async with async_ucwa_client.events() as events:
        ucwa_sandbox.raise_event("updated", "me", "~/me", sender="~/me")
        async for event in events:
            assert (event.type, event.rel) == ("updated", "me")
            break


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("turn", range(2))
async def test_loop_of_a_module(async_ucwa_client, turn):
    LOOPS.append(asyncio.get_running_loop())
    assert await _name(async_ucwa_client) == "Ann Adams"
    assert all(loop is LOOPS[0] for loop in LOOPS)


@pytest.mark.asyncio(loop_scope="session")
async def test_loop_of_the_session(async_ucwa_client):
    assert await _name(async_ucwa_client) == "Ann Adams"


@pytest.mark.asyncio(loop_scope="class")
class TestLoopOfAClass:
    async def test_one(self, async_ucwa_client):
        assert await _name(async_ucwa_client) == "Ann Adams"

    async def test_two(self, async_ucwa_client):
        assert await _name(async_ucwa_client) == "Ann Adams"


@pytest_asyncio.fixture
async def name(async_ucwa_client):
    yield await _name(async_ucwa_client)
    assert await _name(async_ucwa_client) == "Ann Adams"


@pytest.mark.asyncio
async def test_fixture_of_the_user(name):
    assert name == "Ann Adams"


def test_blocking_client_beside_them(ucwa_client):
    assert ucwa_client.application.embedded.me.name == "Ann Adams"
