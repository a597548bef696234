"""A sandbox for each test, on a socket of its own, and the four ways to talk to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.protocol.hosts import Listener
from tests.protocol.ways import WAYS, Way

from ucwa2.sandbox import Running, running


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def sandbox() -> Iterator[Running]:
    with running() as found:
        yield found


@pytest.fixture
def stranger() -> Iterator[Listener]:
    """A server that must not receive any request."""
    with Listener() as found:
        yield found


@pytest.fixture(params=WAYS, ids=str)
def way(request: pytest.FixtureRequest) -> Way:
    found: Way = request.param
    return found
