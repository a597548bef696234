"""A sandbox on a port, and two users who speak by bare messages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.sandbox.foreign.bare import Line, ready

from ucwa2.sandbox import Running, SandboxBackend, running


@pytest.fixture
def sandbox() -> Iterator[Running]:
    backend = SandboxBackend()
    backend.settings.channel_timeout = 0.05
    with running(backend) as found:
        yield found


@pytest.fixture
def line(sandbox: Running) -> Line:
    """A user with a token and no application."""
    found = Line(sandbox.url)
    found.sign_in("ann@contoso.com")
    return found


@pytest.fixture
def ann_line(sandbox: Running) -> Line:
    return ready(sandbox.url, "ann@contoso.com")


@pytest.fixture
def bob_line(sandbox: Running) -> Line:
    return ready(sandbox.url, "bob@contoso.com")
