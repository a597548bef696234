"""A local server that speaks the API, for applications and tests that have no real one. Needs the extra ``sandbox``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .backend import SandboxBackend, Settings, User

if TYPE_CHECKING:
    from .asgi import App, app
    from .http_server import Running, running
else:
    _WHERE = {"App": "asgi", "app": "asgi", "Running": "http_server", "running": "http_server"}

    def __getattr__(name: str) -> Any:
        """What needs the extra is imported when somebody asks for it."""
        if name not in _WHERE:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(__import__(f"{__name__}.{_WHERE[name]}", fromlist=[name]), name)


__all__ = ["App", "Running", "SandboxBackend", "Settings", "User", "app", "running"]
