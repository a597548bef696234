"""An asynchronous client in tests that pytest-asyncio runs without marks."""

from __future__ import annotations

import pytest


async def test_client_is_of_this_loop(async_ucwa_client):
    link = async_ucwa_client.application.embedded.me.links.self
    assert (await async_ucwa_client.send(link.get())).name == "Ann Adams"


@pytest.fixture
async def name(async_ucwa_client):
    link = async_ucwa_client.application.embedded.me.links.self
    return (await async_ucwa_client.send(link.get())).name


async def test_fixture_of_the_user(name):
    assert name == "Ann Adams"


def test_blocking_client_beside_them(ucwa_client):
    assert ucwa_client.application.embedded.me.name == "Ann Adams"
