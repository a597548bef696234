"""A sandbox in this process, and users who ask it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from tests.sandbox.asking import Asker, asking

from ucwa2.sandbox import World


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
async def ann(world: World) -> AsyncIterator[Asker]:
    """A user with an application, who has been made available."""
    async with asking(world, "ann@contoso.com") as found:
        yield found


@pytest.fixture
async def bob(world: World) -> AsyncIterator[Asker]:
    async with asking(world, "bob@contoso.com") as found:
        yield found
