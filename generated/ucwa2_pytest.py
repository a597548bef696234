# Made by ucwagen from specs/api.yaml. Do not edit: change the spec and build again.
"""The plugin of pytest: fixtures for programs that use `ucwa2`, which is imported when a test needs one of them.

Each test has a sandbox of its own, at the same address; the marker `ucwa` and fixtures of the test's own change it.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import asynccontextmanager
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from ucwa2 import AsyncClient, Client
    from ucwa2.testing import FaultList, LocalSandbox, SharedServer

_MARKER = "ucwa(users=None, faults=(), **settings): users, faults and settings of the sandbox of a test"
_NAMES = "fixtures ucwa_*"
_SANDBOX = pytest.StashKey[Any]()


def pytest_configure(config: pytest.Config) -> None:
    """Declare the marker; refuse another package whose fixtures have the same names."""
    config.addinivalue_line("markers", _MARKER)
    names = ModuleType("ucwa2")
    other = config.pluginmanager.get_plugin(_NAMES)
    if other is not None:
        both = f"ucwa2 and {other.__name__} have the same {_NAMES}"
        raise pytest.UsageError(f"{both}; turn one off with `-p no:ucwa2`")
    config.pluginmanager.register(names, _NAMES)
    asyncio = config.pluginmanager.get_plugin("asyncio")
    if asyncio is not None:
        config.pluginmanager.register(_for_asyncio(asyncio.fixture), "ucwa2 for asyncio")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any, Any]:
    """Show in the report of a failed test what its sandbox saw."""
    report = yield
    sandbox = item.stash.get(_SANDBOX, None)
    if sandbox is not None and report.failed:
        report.sections.append(("ucwa_sandbox", sandbox.log))
    return report


@pytest.fixture(scope="session")
def _ucwa_server() -> Generator[SharedServer]:
    """The server of all tests of this process."""
    try:
        from ucwa2.testing import serving
    except ImportError as fault:
        pytest.fail(f"the sandbox needs {fault.name}: pip install 'ucwa2[testing]'", pytrace=False)
    with serving() as server:
        yield server


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
def ucwa_sandbox(request: pytest.FixtureRequest, _ucwa_server: SharedServer) -> Generator[LocalSandbox]:
    """A new sandbox: its address is `url`, its users are `users`; it can do what other users do, and raise events."""
    from ucwa2.testing import backend_of

    users = request.getfixturevalue("ucwa_users")
    options = {"users": users, "faults": (), **request.getfixturevalue("ucwa_settings")}
    for marker in [*request.node.iter_markers("ucwa")][::-1]:
        if marker.args:
            pytest.fail("the marker ucwa takes named options alone", pytrace=False)
        options.update(marker.kwargs)
    named, faults = options.pop("users"), options.pop("faults")
    try:
        backend = backend_of(named, faults, options)
    except ValueError as fault:
        pytest.fail(f"an option of ucwa_sandbox: {fault}", pytrace=False)
    with _ucwa_server.lent(backend, request.getfixturevalue("ucwa_grant")) as sandbox:
        request.node.stash[_SANDBOX] = sandbox
        yield sandbox


@pytest.fixture
def ucwa_faults(ucwa_sandbox: LocalSandbox) -> FaultList:
    """What goes wrong in the sandbox: `ucwa_faults.add(status=503, path="/…$")`."""
    return ucwa_sandbox.faults


@pytest.fixture
def ucwa_client(
    request: pytest.FixtureRequest, ucwa_sandbox: LocalSandbox, ucwa_client_options: dict[str, Any]
) -> Generator[Client]:
    """A client of the first user of the sandbox, with an application."""
    with ucwa_sandbox.client(**ucwa_client_options) as client:
        application = request.getfixturevalue("ucwa_application")
        if application is not None:
            client.create_application(**application)
        yield client


@pytest.fixture
def async_ucwa_client(request: pytest.FixtureRequest, ucwa_sandbox: LocalSandbox) -> AsyncClient:
    """The same for tests that anyio or pytest-asyncio runs."""
    name = _async_fixture(request)
    client: AsyncClient = request.getfixturevalue(name)
    return client


def _async_fixture(request: pytest.FixtureRequest) -> str:
    """The fixture that makes a client in the event loop in which the test will run."""
    if "anyio_backend" in request.fixturenames:
        return "_async_ucwa_client_on_anyio"
    marker = request.node.get_closest_marker("asyncio")
    if marker is None:
        pytest.fail("async_ucwa_client is for tests that anyio or pytest-asyncio runs", pytrace=False)
    scope = marker.kwargs.get("loop_scope") or request.config.getini("asyncio_default_test_loop_scope")
    return f"_async_ucwa_client_on_asyncio_{scope}"


@asynccontextmanager
async def _connected(
    request: pytest.FixtureRequest, sandbox: LocalSandbox, options: dict[str, Any]
) -> AsyncGenerator[AsyncClient]:
    """The client of the first user until the block ends."""
    async with sandbox.async_client(**options) as client:
        application = request.getfixturevalue("ucwa_application")
        if application is not None:
            await client.create_application(**application)
        yield client


@pytest.fixture
async def _async_ucwa_client_on_anyio(
    request: pytest.FixtureRequest, ucwa_sandbox: LocalSandbox, ucwa_client_options: dict[str, Any]
) -> AsyncGenerator[AsyncClient]:
    """The asynchronous client of a test that anyio runs."""
    async with _connected(request, ucwa_sandbox, ucwa_client_options) as client:
        yield client


def _for_asyncio(fixture: Callable[..., Any]) -> ModuleType:
    """The asynchronous client of tests that pytest-asyncio runs: a fixture for each scope of its event loops."""
    made = ModuleType("ucwa2_asyncio")
    for scope in ("function", "class", "module", "package", "session"):
        name = f"_async_ucwa_client_on_asyncio_{scope}"
        setattr(made, name, fixture(_client_in_a_loop(), loop_scope=scope, name=name))
    return made


def _client_in_a_loop() -> Callable[..., AsyncGenerator[AsyncClient]]:
    """A new function, because pytest-asyncio notes the scope on it."""

    async def connected(
        request: pytest.FixtureRequest, ucwa_sandbox: LocalSandbox, ucwa_client_options: dict[str, Any]
    ) -> AsyncGenerator[AsyncClient]:
        """The asynchronous client."""
        async with _connected(request, ucwa_sandbox, ucwa_client_options) as client:
            yield client

    return connected
