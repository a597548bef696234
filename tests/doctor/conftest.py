"""A sandbox full of canaries for each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.doctor import servers

from ucwa2.sandbox import Running


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment of the tests has no proxies of its own."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
def sandbox() -> Iterator[Running]:
    with servers.sandbox() as found:
        yield found
