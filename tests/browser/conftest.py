"""A browser for the tests of a module, a sandbox for each test; a test fails if a page throws an error."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.browser import chromium

from ucwa2.sandbox import SandboxBackend, running


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium.launched() as found:
        yield found


@pytest.fixture(scope="module")
def pages_port() -> Iterator[int]:
    """The port at which the pages of these tests are served, which is not that of the sandbox."""
    with chromium.serving() as port:
        yield port


@pytest.fixture
def sandbox() -> Iterator[Any]:
    with running(SandboxBackend()) as found:
        yield found


@pytest.fixture
def opened(browser: Any, sandbox: Any) -> Iterator[Any]:
    """Opens addresses, each in a session of its own; all are closed before the sandbox ends."""
    sessions, thrown = [], []

    def open_(address: str, **options: Any) -> Any:
        session = browser.new_context(**options)
        sessions.append(session)
        page = session.new_page()
        page.set_default_timeout(20_000)
        page.on("pageerror", lambda fault: thrown.append(str(fault)))
        page.goto(address)
        return page

    yield open_
    for session in sessions:
        session.close()
    assert thrown == []
