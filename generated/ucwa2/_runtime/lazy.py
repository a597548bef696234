"""Names of the package that are imported on first use: the client, and the HTTP library with it."""

from __future__ import annotations

import sys
from collections.abc import Callable

from .base.typing_shim import Any

CLIENTS = frozenset({"AsyncClient", "Client"})
CHAIN = "Chain"


def lazy(package: str) -> Callable[[str], Any]:
    """The ``__getattr__`` of a package."""

    def get(name: str) -> Any:
        if name in CLIENTS:
            return getattr(__import__(f"{package}.client", fromlist=[name]), name)
        if name == CHAIN:
            return getattr(__import__(f"{package}._runtime.requests.chain", fromlist=[name]), name)
        if name in vars(sys.modules[package]).get("__all__", ()):
            return _around(package, name)
        raise AttributeError(f"module {package!r} has no attribute {name!r}")

    return get


def _around(package: str, name: str) -> Any:
    """A name of the runtime's client, or a grant that this API alone has."""
    runtime = __import__(f"{package}._runtime.client", fromlist=[name])
    if name in runtime.__all__:
        return getattr(runtime, name)
    return getattr(__import__(f"{package}.grants", fromlist=[name]), name)
