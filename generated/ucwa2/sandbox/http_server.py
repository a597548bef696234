"""The sandbox on a port: in a thread of this process, or until Ctrl-C."""

from __future__ import annotations

import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from types import FrameType
from typing import Any

import uvicorn

from .asgi import App, app
from .backend import SandboxBackend

_TICK = 0.005


class _Server(uvicorn.Server):
    """A server that ends though somebody listens."""

    def __init__(self, config: uvicorn.Config, served: App) -> None:
        super().__init__(config)
        self._served = served

    @property
    def url(self) -> str:
        """Where it listens."""
        host, port = self.servers[0].sockets[0].getsockname()[:2]
        return f"{'https' if self.config.is_ssl else 'http'}://{f'[{host}]' if ':' in host else host}:{port}"

    def end(self) -> None:
        """Let everybody go who waits, and stop."""
        self._served.stop()
        self.should_exit = True

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self.end()
        super().handle_exit(sig, frame)


class _Command(_Server):
    """A server that says where it listens."""

    async def startup(self, sockets: Any = None) -> None:
        await super().startup(sockets)
        if self.started:
            users = self._served.backend.users.values()
            people = ", ".join(f"{user.name} / {user.password}" for user in users)
            print(f"discovery at {self.url}/  (users: {people})", file=sys.stderr, flush=True)


@dataclass(frozen=True, slots=True)
class Running:
    """A sandbox that listens."""

    url: str
    backend: SandboxBackend


def serve(backend: SandboxBackend, host: str, port: int, **options: Any) -> None:
    """Serve until Ctrl-C."""
    served = app(backend)
    config = uvicorn.Config(served, host, port, lifespan="off", timeout_graceful_shutdown=1, **options)
    with suppress(KeyboardInterrupt):
        _Command(config, served).run()


@contextmanager
def running(backend: SandboxBackend | None = None, *, port: int = 0, **options: Any) -> Generator[Running]:
    """Serve on a free port of this machine, in a thread, for as long as the block lasts."""
    known = backend or SandboxBackend()
    served = app(known)
    given: dict[str, Any] = {"log_level": "critical", "lifespan": "off", "timeout_graceful_shutdown": 1, **options}
    server = _Server(uvicorn.Config(served, "127.0.0.1", port, **given), served)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        while not server.started:
            if not thread.is_alive():
                raise RuntimeError("the sandbox could not start")
            threading.Event().wait(_TICK)
        yield Running(server.url, known)
    finally:
        server.end()
        thread.join(5)
