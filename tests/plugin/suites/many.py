"""Two hundred tests with a client each, in alternation with as many that need no sandbox; their times go to a file."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

BEGUN = {}


@pytest.fixture
def clock(request):
    """Runs around all other fixtures of a test, so that the time has their beginning and end."""
    BEGUN[request.node.name] = time.perf_counter()
    yield
    took = time.perf_counter() - BEGUN.pop(request.node.name)
    with (Path(os.environ["TIMES"]) / f"{os.getpid()}.txt").open("a") as times:
        times.write(f"{took}\n")


@pytest.mark.parametrize("turn", range(200))
def test_client(clock, ucwa_client, turn):
    assert ucwa_client.application.embedded.me.name == "Ann Adams"
