"""How the fixtures are made. It imports the package when a test needs one, so that coverage counts all lines of it."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import ExitStack
from importlib import import_module
from types import ModuleType
from typing import Any, Generic, TypeVar

import pytest

Server = TypeVar("Server")
Sandbox = TypeVar("Sandbox")
Blocking = TypeVar("Blocking")
Asynchronous = TypeVar("Asynchronous")
SCOPES = ("function", "class", "module", "package", "session")
"""Of the event loops of pytest-asyncio."""


class Making(Generic[Server, Sandbox, Blocking, Asynchronous]):
    """Makes what the fixtures of one package give; ``begin`` is how their names begin."""

    def __init__(self, package: str, distribution: str, begin: str) -> None:
        self._package = package
        self._distribution = distribution
        self._begin = begin
        self._seen = pytest.StashKey[Any]()

    def configure(self, config: pytest.Config) -> None:
        """Declare the marker; refuse another package whose fixtures have the same names."""
        line = f"{self._begin}(users=None, faults=(), **settings): users, faults and settings of the sandbox of a test"
        config.addinivalue_line("markers", line)
        manager, names = config.pluginmanager, f"fixtures {self._begin}_*"
        other = manager.get_plugin(names)
        if other is not None:
            both = f"{self._package} and {other.__name__} have the same {names}"
            raise pytest.UsageError(f"{both}; turn one off with `-p no:{self._package}`")
        asyncio = manager.get_plugin("asyncio")
        manager.register(self._asynchronous(asyncio.fixture if asyncio is not None else None), names)

    @pytest.hookimpl(wrapper=True)
    def add_to_report(self, item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any, Any]:
        """Show in the report of a failed test what its sandbox saw."""
        report = yield
        sandbox = item.stash.get(self._seen, None)
        if sandbox is not None and report.failed:
            report.sections.append((f"{self._begin}_sandbox", sandbox.log))
        return report

    def server(self, request: pytest.FixtureRequest) -> Server:
        """The server, until all tests have run."""
        found: Server = _entered(request, self._testing().serving())
        return found

    def sandbox(self, request: pytest.FixtureRequest) -> Sandbox:
        """A sandbox with the options of a test, until it has run."""
        server: Any = self._fixture(request, "_{}_server")
        grant = self._fixture(request, "{}_grant") if self._has("{}_grant") else None
        found: Sandbox = _entered(request, server.lent(self._backend(request), grant))
        request.node.stash[self._seen] = found
        return found

    def client(self, request: pytest.FixtureRequest) -> Blocking:
        """A client of the first user, until the test has run."""
        sandbox: Any = self._fixture(request, "{}_sandbox")
        client = _entered(request, sandbox.client(**self._fixture(request, "{}_client_options")))
        application = self._application(request)
        if application is not None:
            client.create_application(**application)
        found: Blocking = client
        return found

    def async_client(self, request: pytest.FixtureRequest) -> Asynchronous:
        """A client of the first user, in the event loop in which the test will run."""
        found: Asynchronous = self._fixture(request, self._in_the_loop(request))
        return found

    def _in_the_loop(self, request: pytest.FixtureRequest) -> str:
        """The fixture whose loop is that of the test."""
        if "anyio_backend" in request.fixturenames:
            return "_async_{}_client_on_anyio"
        marker = request.node.get_closest_marker("asyncio")
        if marker is None:
            words = f"async_{self._begin}_client is for tests that anyio or pytest-asyncio runs"
            pytest.fail(words, pytrace=False)
        scope = marker.kwargs.get("loop_scope") or request.config.getini("asyncio_default_test_loop_scope")
        return f"_async_{{}}_client_on_asyncio_{scope}"

    def _asynchronous(self, fixture: Callable[..., Any] | None) -> ModuleType:
        """A plugin with the asynchronous client of anyio, and that of pytest-asyncio for each scope of its loops."""
        made = ModuleType(self._package)
        name = f"_async_{self._begin}_client_on"
        setattr(made, f"{name}_anyio", pytest.fixture(self._opening(), name=f"{name}_anyio"))
        if fixture is not None:
            for scope in SCOPES:
                own = f"{name}_asyncio_{scope}"
                setattr(made, own, fixture(self._opening(), loop_scope=scope, name=own))
        return made

    def _opening(self) -> Callable[[pytest.FixtureRequest], AsyncGenerator[Any]]:
        """A new function each time, because pytest-asyncio notes the scope on it."""

        async def opened(request: pytest.FixtureRequest) -> AsyncGenerator[Any]:
            """The asynchronous client of a test."""
            sandbox: Any = self._fixture(request, "{}_sandbox")
            async with sandbox.async_client(**self._fixture(request, "{}_client_options")) as client:
                application = self._application(request)
                if application is not None:
                    await client.create_application(**application)
                yield client

        return opened

    def _application(self, request: pytest.FixtureRequest) -> Any:
        """The arguments that create an application; None where the API has none."""
        return self._fixture(request, "{}_application") if self._has("{}_application") else None

    def _backend(self, request: pytest.FixtureRequest) -> Any:
        """A backend with the users, the faults and the settings of a test; the marker nearest to it wins."""
        users, settings = self._fixture(request, "{}_users"), self._fixture(request, "{}_settings")
        options: dict[str, Any] = {"users": users, "faults": (), **settings}
        for marker in [*request.node.iter_markers(self._begin)][::-1]:
            if marker.args:
                pytest.fail(f"the marker {self._begin} takes named options alone", pytrace=False)
            options.update(marker.kwargs)
        try:
            return self._testing().backend_of(options.pop("users"), options.pop("faults"), options)
        except ValueError as fault:
            words = f"an option of {self._begin}_sandbox: {fault}"
        pytest.fail(words, pytrace=False)  # outside of `except`: the report would show both faults

    def _testing(self) -> Any:
        try:
            return import_module(f"{self._package}.testing")
        except ImportError as fault:
            needed = f"the sandbox needs {fault.name}: pip install '{self._distribution}[testing]'"
        pytest.fail(needed, pytrace=False)

    def _fixture(self, request: pytest.FixtureRequest, name: str) -> Any:
        return request.getfixturevalue(name.format(self._begin))

    def _has(self, name: str) -> bool:
        """Whether the API has what a fixture is for."""
        return hasattr(import_module(__name__.rpartition(".")[0]), name.format(self._begin))


def _entered(request: pytest.FixtureRequest, context: Any) -> Any:
    """The value of a context manager, which is left when the scope of the fixture ends."""
    stack = ExitStack()
    value = stack.enter_context(context)
    request.addfinalizer(stack.close)
    return value
