"""Clients over pyreqwest, blocking and async. All other tests run over it with ``pytest --transport pyreqwest``."""

from __future__ import annotations

import pytest
from tests.protocol.conftest import anyio_backend, sandbox, stranger
from tests.protocol.ways import Way
from tests.second_transport import BaseClient, over

__all__ = ["anyio_backend", "sandbox", "stranger"]


@pytest.fixture(autouse=True)
def _second_transport(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BaseClient, "__init__", over("pyreqwest"))


@pytest.fixture(params=[Way("sync", "json"), Way("async", "json")], ids=str)
def way(request: pytest.FixtureRequest) -> Way:
    found: Way = request.param
    return found
