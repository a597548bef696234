"""An asynchronous client in tests that anyio runs."""

from __future__ import annotations

import anyio
import pytest

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend():
    return "asyncio"


async def test_client_is_of_this_loop(async_ucwa_client):
    link = async_ucwa_client.application.embedded.me.links.self
    assert (await async_ucwa_client.send(link.get())).name == "Ann Adams"


async def test_events_and_a_second_user(ucwa_sandbox, async_ucwa_client):
    me = async_ucwa_client.application.embedded.me
    await async_ucwa_client.send(me.links.make_me_available.post(supported_modalities=["Messaging"]))
    async with ucwa_sandbox.async_client("bob@contoso.com") as bob, async_ucwa_client.events() as events:
        application = await bob.create_application(culture="en-US", user_agent="Own/1.0")
        assert application.embedded.me.name == "Bob Berg"
        act = lambda: ucwa_sandbox.act("bob@contoso.com", "send_message", to="ann@contoso.com", text="Hello")  # noqa: E731
        await anyio.to_thread.run_sync(act)
        async for event in events:
            if event.rel == "messagingInvitation":
                break


@pytest.fixture
async def name(async_ucwa_client):
    """An asynchronous fixture of the user, on top of it."""
    link = async_ucwa_client.application.embedded.me.links.self
    yield (await async_ucwa_client.send(link.get())).name
    assert (await async_ucwa_client.send(link.get())).name == "Ann Adams"


async def test_fixture_of_the_user(name):
    assert name == "Ann Adams"
