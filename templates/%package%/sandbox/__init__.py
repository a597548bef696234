"""A local server that speaks the API, for programs and tests without a real one. Needs the extra ``sandbox``."""

from __future__ import annotations

import sys as _sys
from typing import TYPE_CHECKING, Any

from .._runtime.base.metaclass import publish_all as _publish_all
from .state.backend import SandboxBackend

if TYPE_CHECKING:
    from .server.asgi import App, app
    from .server.http_server import Running, running
    from .state.settings import Settings
    from .state.users import SandboxUser
else:
    from . import behaviour  # its modules register fields of settings and users
    from .roles import sign_in as _sign_in  # it registers a kind of faults
    from .state.needed import needing as _needing
    from .state.settings import SETTINGS as _SETTINGS
    from .state.users import USERS as _USERS

    Settings, SandboxUser = _SETTINGS.whole, _USERS.whole
    _MODULES = {"App": "asgi", "app": "asgi", "Running": "http_server", "running": "http_server"}

    def __getattr__(name: str) -> Any:
        """Import what needs the extra when it is first used."""
        if name not in _MODULES:
            raise AttributeError(
                f"module {__name__!r} has no attribute {name!r}", name=name, obj=_sys.modules[__name__]
            )
        module = f"{__name__}.server.{_MODULES[name]}"
        with _needing("sandbox"):
            found = getattr(__import__(module, fromlist=[name]), name)
        _publish_all(__name__, module)
        return found

    def __dir__() -> list[str]:
        return sorted({*globals(), *_MODULES})


__all__ = ["App", "Running", "SandboxBackend", "SandboxUser", "Settings", "app", "running"]

_publish_all(__name__)
