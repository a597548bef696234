"""One server for all tests of a process: each test has a port and an application of its own."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from urllib.parse import urlsplit

from starlette.types import Receive, Scope, Send

from ..sandbox.roles.windows import ntlm_users
from ..sandbox.server.asgi import App
from ..sandbox.server.broken_response import BrokenResponse
from ..sandbox.server.http_server import Listener, listening
from ..sandbox.state.backend import SandboxBackend
from ..sandbox.state.users import SandboxUser
from .local_sandbox import LocalSandbox


class SharedServer(App):
    """A server with a port for each test, so that a client that a test forgets reaches no later one."""

    _listener: Listener

    def __init__(self) -> None:
        super().__init__()
        self._apps: dict[int, App] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        app = self._apps.get(scope["server"][1])
        await (BrokenResponse() if app is None else app)(scope, receive, send)

    @contextmanager
    def lent(
        self, backend: SandboxBackend, grant: Callable[[SandboxUser], object] | None = None
    ) -> Generator[LocalSandbox]:
        """Serve a backend until the block ends, which ends the connections of its clients too.

        ``grant`` gives the credentials of a user; without it, the sandbox chooses them.
        """
        app = App(backend)
        with self._listener.at_another_port() as url, ntlm_users(backend):
            port = urlsplit(url).port or 0
            self._apps[port] = app
            try:
                yield LocalSandbox(url, backend, grant)
            finally:
                del self._apps[port]
                app.stop()


@contextmanager
def serving() -> Generator[SharedServer]:
    """A server on this machine, in a thread, until the block ends."""
    server = SharedServer()
    with listening(server) as server._listener:
        yield server
