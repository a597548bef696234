"""A sandbox in this process, and its users."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from tests.sandbox.asking import Asker, asking

from ucwa2.sandbox import SandboxBackend


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def backend() -> SandboxBackend:
    return SandboxBackend()


@pytest.fixture
async def ann(backend: SandboxBackend) -> AsyncIterator[Asker]:
    """An available user with an application."""
    async with asking(backend, "ann@contoso.com") as found:
        yield found


@pytest.fixture
async def bob(backend: SandboxBackend) -> AsyncIterator[Asker]:
    async with asking(backend, "bob@contoso.com") as found:
        yield found
