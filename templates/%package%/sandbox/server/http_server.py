"""The sandbox on a port: in a thread of this process, or as a program until Ctrl-C."""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import Collection, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from types import FrameType
from typing import Any

import uvicorn

from ..._runtime.base.registry import index
from ..roles.windows import ntlm_users
from ..state.backend import SandboxBackend
from ..state.users import SandboxUser
from .asgi import App, app

LAST_PORT = 65535
_TICK = 0.005


class Listener(uvicorn.Server):
    """A server that ends although long polls wait."""

    def __init__(self, config: uvicorn.Config, served: App) -> None:
        super().__init__(config)
        self._served = served
        self.reason: BaseException | None = None
        """Why it ended, if it could not start."""

    def run_or_note(self) -> None:
        """Serve until the end; note the fault that ends it, which nothing of the thread would show."""
        try:
            self.run()
        except BaseException as fault:
            self.reason = fault.__context__ if isinstance(fault, SystemExit) and fault.__context__ else fault

    @property
    def url(self) -> str:
        """The address of the server."""
        return self._url(self.servers[0])

    @contextmanager
    def at_another_port(self) -> Generator[str]:
        """Listen at a further free port of this machine until the block ends; gives the address there."""
        loop = self.servers[0].get_loop()
        opening = loop.create_server(self._protocol, "127.0.0.1", 0, ssl=self.config.ssl)
        server = asyncio.run_coroutine_threadsafe(opening, loop).result()
        try:
            yield self._url(server)
        finally:
            loop.call_soon_threadsafe(server.close)

    def _protocol(self) -> asyncio.Protocol:
        kind: Any = self.config.http_protocol_class
        made: asyncio.Protocol = kind(self.config, self.server_state, self.lifespan.state)
        return made

    def _url(self, server: asyncio.Server) -> str:
        host, port = server.sockets[0].getsockname()[:2]
        return f"{'https' if self.config.is_ssl else 'http'}://{f'[{host}]' if ':' in host else host}:{port}"

    def end(self) -> None:
        """End all long polls, and stop."""
        self._served.stop()
        self.should_exit = True

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self.end()
        super().handle_exit(sig, frame)


class _Command(Listener):
    """A server that prints its address, for ``Client(...)``, and its users."""

    async def startup(self, sockets: Any = None) -> None:
        await super().startup(sockets)
        if self.started:
            print(_greeting(self.url, self._served.backend), file=sys.stderr, flush=True)


def _greeting(url: str, backend: SandboxBackend) -> str:
    """How to reach the sandbox: the address for the client, and the credentials that the API needs."""
    sign_in = index().sign_in
    users = [_credentials(user, sign_in.grants) for user in backend.users.values()] if sign_in else []
    people = f"; users: {', '.join(users)}" if users else ""
    return f"listening at {url}/ (the address to give to Client){people}"


def _credentials(user: SandboxUser, grants: Collection[str]) -> str:
    """The name of a user with what it can sign in with."""
    password = user.password if "password" in grants else ""
    token = f"token {user.token}" if user.token and "token" in grants else ""
    return " / ".join(word for word in (user.name, password, token) if word)


@dataclass(frozen=True, slots=True)
class Running:
    """A sandbox that serves on a port."""

    url: str
    """The address to give to ``Client(...)``."""
    backend: SandboxBackend
    """The state of the sandbox: users, settings, faults, requests."""

    @property
    def users(self) -> list[SandboxUser]:
        """The users who can sign in."""
        return [*self.backend.users.values()]


def serve(backend: SandboxBackend, host: str, port: int, **options: Any) -> None:
    """Serve until Ctrl-C."""
    served = app(backend)
    config = uvicorn.Config(served, host, port, lifespan="off", timeout_graceful_shutdown=1, **options)
    with suppress(KeyboardInterrupt), ntlm_users(backend):
        _Command(config, served).run()


@contextmanager
def running(backend: SandboxBackend | None = None, *, port: int = 0, **options: Any) -> Generator[Running]:
    """Serve in a thread until the block ends, on a free port unless one is given; ``options`` are those of uvicorn.

    Raises ``ValueError`` for what is no backend or no port, and ``RuntimeError`` with the reason if the server cannot start,
    for example because the port is taken.
    """
    served = app(backend)
    with listening(served, port=port, **options) as listener, ntlm_users(served.backend):
        yield Running(listener.url, served.backend)


@contextmanager
def listening(served: App, *, port: int = 0, **options: Any) -> Generator[Listener]:
    """Serve an application in a thread until the block ends."""
    if not isinstance(port, int) or not 0 <= port <= LAST_PORT:
        raise ValueError(f"`{port}` is no port: expected a number from 0 to {LAST_PORT}")
    given: dict[str, Any] = {"log_level": "critical", "lifespan": "off", "timeout_graceful_shutdown": 1, **options}
    server = Listener(uvicorn.Config(served, "127.0.0.1", port, **given), served)
    thread = threading.Thread(target=server.run_or_note, daemon=True)
    thread.start()
    try:
        while not server.started:
            if not thread.is_alive():
                raise RuntimeError(f"the sandbox could not start: {server.reason}") from server.reason
            threading.Event().wait(_TICK)
        yield server
    finally:
        server.end()
        thread.join(5)
