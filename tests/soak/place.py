"""The server of a night: a sandbox with short lifetimes, which can be restarted on the same port."""

from __future__ import annotations

import socket
from contextlib import ExitStack
from typing import Any, Self

from ucwa2.sandbox import SandboxBackend, SandboxUser, running
from ucwa2.sandbox.behaviour.profile import availability_of

ANN, BOB, EVE = (f"{name}@contoso.com" for name in ("ann", "bob", "eve"))
SHORT: dict[str, Any] = {"token_life": 2.0, "application_life": 30.0, "channel_timeout": 0.4}
"""Lifetimes in seconds, in place of hours, ten minutes and three minutes. That of an application must be
longer than the pauses of a client that recovers, which are real."""


class Server:
    """A sandbox on one port. After a restart it knows no tokens, applications and conversations."""

    def __init__(self, *, windows: bool) -> None:
        self._windows = windows
        self._stack = ExitStack()
        self._before = 0
        self._restarts = 0
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port: int = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.backend = self._new()

    def _new(self) -> SandboxBackend:
        backend = SandboxBackend([SandboxUser(name, "secret", name.partition("@")[0]) for name in (ANN, BOB, EVE)])
        backend.settings.windows = self._windows
        for name, value in SHORT.items():
            setattr(backend.settings, name, value)
        return backend

    def start(self) -> None:
        self._stack.enter_context(running(self.backend, port=self.port))

    def stop(self) -> None:
        """End, and forget everything."""
        self._stack.close()
        self._before += len(self.backend.requests)
        self.backend = self._new()

    @property
    def application(self) -> Any:
        """The application in which the bot is available and waits for events; None without one."""
        with self.backend.lock:
            found = self.backend.applications_of(self.backend.users[BOB])
            ready = [one for one in found if availability_of(one).is_available and one.channel.waiting is not None]
            return ready[-1] if ready else None

    def asked(self, port: int) -> list[Any]:
        """The requests that came through a port, since the last restart."""
        return [one for one in self.backend.requests if one.base.endswith(f":{port}")]

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()
