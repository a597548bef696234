"""Tests that fail, in their call, in a fixture, or at their end: their reports have what the sandbox saw."""

from __future__ import annotations

import pytest


def test_call(ucwa_client, ucwa_faults):
    ucwa_faults.add(status=418, path="/me$")
    ucwa_client.send(ucwa_client.application.embedded.me.links.self.get())


@pytest.fixture
def broken(ucwa_client):
    raise RuntimeError("this fixture is broken")


def test_setup(broken):
    pass


@pytest.fixture
def breaking(ucwa_client):
    yield
    raise RuntimeError("this fixture breaks")


def test_teardown(breaking):
    pass


def test_without_a_sandbox():
    raise RuntimeError("no sandbox was asked for")


def test_passes(ucwa_client):
    pass
