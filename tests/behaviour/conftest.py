"""A backend with a clock that a test sets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.behaviour.persons import Clock, Person, new_world
from tests.protocol.ways import WAYS, Way

from ucwa2.sandbox import Running, running
from ucwa2.sandbox.state.backend import SandboxBackend

Both = tuple[SandboxBackend, Clock]


@pytest.fixture
def both() -> Both:
    return new_world()


@pytest.fixture
def backend(both: Both) -> SandboxBackend:
    return both[0]


@pytest.fixture
def clock(both: Both) -> Clock:
    return both[1]


@pytest.fixture
def ann(backend: SandboxBackend) -> Person:
    return Person(backend, "ann")


@pytest.fixture
def bob(backend: SandboxBackend) -> Person:
    return Person(backend, "bob")


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def sandbox() -> Iterator[Running]:
    with running() as found:
        yield found


@pytest.fixture(params=WAYS, ids=str)
def way(request: pytest.FixtureRequest) -> Way:
    found: Way = request.param
    return found
