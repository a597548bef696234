# Made by ucwagen from specs/api.yaml. Do not edit: change the spec and build again.
"""The plugin of pytest: fixtures for programs that use `ucwa2`, which is imported when a test needs one of them.

Each test has a sandbox of its own; the marker `ucwa` and fixtures of the test's own change it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from .making import Making

if TYPE_CHECKING:
    from ucwa2 import AsyncClient, Client
    from ucwa2.testing import FaultList, LocalSandbox, SharedServer

_MAKING: Making[SharedServer, LocalSandbox, Client, AsyncClient] = Making("ucwa2", "ucwa2", "ucwa")
pytest_configure = _MAKING.configure
pytest_runtest_makereport = _MAKING.add_to_report


@pytest.fixture(scope="session")
def _ucwa_server(request: pytest.FixtureRequest) -> SharedServer:
    """The server of all tests of this process."""
    return _MAKING.server(request)


@pytest.fixture
def ucwa_users() -> Any:
    """Override it to name the users of the sandbox: names, fields of users, or users; None for its own."""
    return None


@pytest.fixture
def ucwa_settings() -> dict[str, Any]:
    """Override it to change settings of the sandbox, such as `{"application_life": 2.0}`, in seconds."""
    return {}


@pytest.fixture
def ucwa_client_options() -> dict[str, Any]:
    """Override it to give options to both clients, such as `{"format": "xml"}`."""
    return {}


@pytest.fixture
def ucwa_grant() -> Callable[[Any], Any] | None:
    """Override it to say how a user of the sandbox signs in: a function from the user to a grant."""
    return None


@pytest.fixture
def ucwa_application() -> dict[str, Any] | None:
    """Override it to create another application, by the arguments of `create_application`; None creates none."""
    return {
        "culture": "en-us",
        "user_agent": "ContosoApp/1.0(WindowsPhoneOS7.5)",
    }


@pytest.fixture
def ucwa_sandbox(request: pytest.FixtureRequest) -> LocalSandbox:
    """A new sandbox: its address is `url`, its users are `users`; it can do what other users do, and raise events."""
    return _MAKING.sandbox(request)


@pytest.fixture
def ucwa_faults(ucwa_sandbox: LocalSandbox) -> FaultList:
    """What goes wrong in the sandbox: `ucwa_faults.add(status=503, path="/…$")`."""
    return ucwa_sandbox.faults


@pytest.fixture
def ucwa_client(request: pytest.FixtureRequest) -> Client:
    """A client of the first user of the sandbox, with an application."""
    return _MAKING.client(request)


@pytest.fixture
def async_ucwa_client(request: pytest.FixtureRequest) -> AsyncClient:
    """The same for tests that anyio or pytest-asyncio runs."""
    return _MAKING.async_client(request)
