"""A local server that speaks the API, for applications and tests that have no real one. Needs the extra ``sandbox``."""

from __future__ import annotations

from .asgi import Running, app, running
from .world import Settings, User, World

__all__ = ["Running", "Settings", "User", "World", "app", "running"]
