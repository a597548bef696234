"""Operations begin once, however many callers wait, give up or try again."""

from __future__ import annotations

import anyio
import pytest
from tests.protocol.operations.phone import dial, started

from ucwa2 import TokenGrant
from ucwa2.errors import TransportError, UcwaError

pytestmark = pytest.mark.anyio


async def test_operation_begins_once_for_all_callers(way, sandbox):
    async with way.application(sandbox) as (client, app):
        operation = client.start(dial(app))
        results = []

        async def ask() -> None:
            results.append(await operation.result(timeout=10))

        async with anyio.create_task_group() as group:
            for _ in range(3):
                group.start_soon(ask)

        assert len(results) == 3
        assert started(sandbox) == 1


async def test_operation_goes_on_when_its_first_caller_gives_up(way, sandbox):
    async with way.application(sandbox) as (client, app):
        sandbox.backend.faults.add([{"kind": "late", "seconds": 0.8, "path": "startPhoneAudio"}])
        operation = client.start(dial(app))
        with pytest.raises(TimeoutError):
            await operation.result(timeout=0.2)

        assert (await operation.result(timeout=10)).rel == "phoneAudioInvitation"
        assert started(sandbox) == 1


async def test_operation_whose_answer_was_lost_is_not_begun_again(way, sandbox):
    async with way.application(sandbox) as (client, app):
        sandbox.backend.faults.add([{"kind": "drop-before", "path": "startPhoneAudio"}])
        operation = client.start(dial(app))
        for _ in range(2):
            with pytest.raises(TransportError):
                await operation.result(timeout=10)

        assert started(sandbox) == 1


async def test_operation_that_may_have_begun_is_not_begun_again(way, sandbox):
    """A timeout of a gateway does not tell whether the server has carried out the request."""
    async with way.application(sandbox) as (client, app):
        sandbox.backend.faults.add([{"kind": "status", "status": 504, "path": "startPhoneAudio", "times": None}])
        operation = client.start(dial(app))
        for _ in range(2):
            with pytest.raises(UcwaError):
                await operation.result(timeout=10)

        assert started(sandbox) == 1


async def test_operation_that_never_left_the_client_can_still_begin(way, sandbox):
    async with way.application(sandbox) as (_, app):
        (good,) = sandbox.backend.tokens
        faults: list[OSError] = []

        def token() -> str:
            if faults:
                raise faults.pop()
            return good

        async with way.client(f"{sandbox.url}/", TokenGrant(token)) as client:
            await client.attach(f"{sandbox.url}{app.links.self.href}")
            sandbox.backend.faults.add(
                [{"kind": "status", "status": 401, "code": "Unauthorized", "path": "startPhoneAudio"}]
            )
            faults.append(OSError("no network"))
            operation = client.start(dial(app))
            with pytest.raises(OSError, match="network"):
                await operation.result(timeout=10)

            assert (await operation.result(timeout=10)).rel == "phoneAudioInvitation"
