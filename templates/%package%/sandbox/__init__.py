"""A local server that speaks the API, for applications and tests that have no real one. Needs the extra ``sandbox``."""

from __future__ import annotations

from .asgi import App, app
from .listening import Running, running
from .world import Settings, User, World

__all__ = ["App", "Running", "Settings", "User", "World", "app", "running"]
