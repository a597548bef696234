"""What must be said again to an application that was created again, and one that is lost when it is taken up."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest

from ucwa2 import Reset
from ucwa2.errors import ApiError, InvalidArgument
from ucwa2.sandbox.behaviour.profile import availability_of

pytestmark = pytest.mark.anyio
SETTINGS = {"user_agent": "Tests/2.0", "culture": "en-US"}


class Speaker:
    """Makes the user of each new application available, as a function for either client."""

    def __init__(self, way, failures: int = 0) -> None:
        self.client: Any = None
        self.told: list[str] = []
        self.failures = failures
        self.function: Callable[[Any], object] = self._say if way.kind == "sync" else self._say_async

    def _say(self, app: Any) -> None:
        self._count(app)
        self.client.inner.send(app.embedded.me.links.make_me_available.post())

    async def _say_async(self, app: Any) -> None:
        self._count(app)
        await self.client.send(app.embedded.me.links.make_me_available.post())

    def _count(self, app: Any) -> None:
        self.told.append(app.href)
        if len(self.told) <= self.failures:
            raise ApiError("not now", status=500)


async def _created(way, sandbox, **options) -> tuple[Any, Any, Speaker]:
    speaker = Speaker(way)
    client = speaker.client = way.client(f"{sandbox.url}/", on_application=speaker.function, **options)
    await client.open()
    return client, await client.create_application(**SETTINGS), speaker


async def _heard(events) -> list[Any]:
    """What comes until nothing comes for half a second."""
    found: list[Any] = []
    with suppress(TimeoutError):
        while True:
            found.append(await events.next(timeout=0.5))
    return found


def _lose(sandbox) -> None:
    sandbox.backend.lose(next(iter(sandbox.backend.applications.values())))


def _only(sandbox) -> Any:
    (found,) = sandbox.backend.applications.values()
    return found


@pytest.mark.parametrize("finder", ["channel", "call"])
async def test_function_for_applications_is_called_after_each_creation_before_events_go_on(way, sandbox, finder):
    client, app, speaker = await _created(way, sandbox)
    events = client.events()
    assert speaker.told == [app.href]
    _lose(sandbox)
    if finder == "call":
        await client.send(app.links.self.get())
        with pytest.raises(InvalidArgument, match="`timeout` is -1"):  # although an event is here already
            await events.next(timeout=-1)
    first = await events.next(timeout=10)

    assert (first.cause, first.application.href) == ("application", speaker.told[-1])
    assert len(speaker.told) == 2
    assert availability_of(_only(sandbox)).is_available
    await client.close()


async def test_function_for_applications_that_failed_is_called_again(way, sandbox):
    client, _, speaker = await _created(way, sandbox)
    events = client.events()
    speaker.failures = 2
    _lose(sandbox)
    assert (await events.next(timeout=10)).cause == "application"
    with pytest.raises(TimeoutError):
        await events.next(timeout=1)

    assert len(speaker.told) == 3
    assert availability_of(_only(sandbox)).is_available
    await client.close()


async def test_application_that_is_lost_when_it_is_taken_up_is_made_again_with_one_reset(way, sandbox):
    client, app, _ = await _created(way, sandbox)
    position, url = client.position, f"{sandbox.url}{app.href}"
    await client.close()
    _lose(sandbox)
    speaker = Speaker(way)
    async with way.client(f"{sandbox.url}/", on_application=speaker.function) as other:
        speaker.client = other
        taken = await other.attach(url, position, SETTINGS)
        events = other.events()
        first = await events.next(timeout=10)

        assert taken.user_agent == "Tests/2.0"
        assert (type(first), first.cause, first.application.href) == (Reset, "application", taken.href)
        assert speaker.told == [taken.href]
        assert not [item for item in await _heard(events) if isinstance(item, Reset)]


async def test_application_that_is_lost_when_it_is_taken_up_without_settings_is_an_error(way, sandbox):
    client, app, _ = await _created(way, sandbox)
    await client.close()
    _lose(sandbox)
    async with way.client(f"{sandbox.url}/") as other:
        with pytest.raises(ApiError) as raised:
            await other.attach(f"{sandbox.url}{app.href}")

    assert raised.value.subcode == "ApplicationNotFound"
