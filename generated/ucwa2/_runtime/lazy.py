"""Names that are imported on first use: of the package, the client and the HTTP library with it; of ``resources``, all."""

from __future__ import annotations

import sys
from collections.abc import Callable

from .base.registry import class_paths, index, load
from .base.typing_shim import Any

CLIENTS = {"AsyncClient": "async_client", "Client": "client"}
"""The module of each client. A program that only blocks does not import the other half."""
CHAIN = "Chain"
"""The class of chains of calls, which is imported with the first call."""
MODULES = ("enums", "errors", "resources")
"""The modules that ``dir`` shows. They are attributes of the package before they are imported."""


def lazy(package: str) -> Callable[[str], Any]:
    """The ``__getattr__`` of a package."""

    def get(name: str) -> Any:
        if name in CLIENTS:
            return getattr(__import__(f"{package}.{CLIENTS[name]}", fromlist=[name]), name)
        if name in MODULES:
            return __import__(f"{package}.{name}", fromlist=[name])
        if name == CHAIN:
            return getattr(__import__(f"{package}._runtime.requests.chain", fromlist=[name]), name)
        if name in vars(sys.modules[package]).get("__all__", ()):
            return _around(package, name)
        raise AttributeError(f"module {package!r} has no attribute {name!r}", name=name, obj=sys.modules[package])

    return get


def _around(package: str, name: str) -> Any:
    """A name of the runtime's client, or a grant that this API alone has."""
    runtime = __import__(f"{package}._runtime.client", fromlist=[name])
    found = runtime if name in runtime.__all__ else __import__(f"{package}.grants", fromlist=[name])
    return getattr(found, name)


def of_client(name: str) -> Any:
    """The ``__getattr__`` of the module of the blocking client, where the other one is found too."""
    if name != "AsyncClient":
        raise AttributeError(f"the module has no attribute {name!r}")
    package = index().package
    return getattr(__import__(f"{package}.{CLIENTS[name]}", fromlist=[name]), name)


def resource_class(name: str) -> Any:
    """The ``__getattr__`` of the package of the resources: a state or a link by the name of its class."""
    path = class_paths().get(name)
    if path is None:
        resources = sys.modules[f"{index().package}.resources"]
        raise AttributeError(f"no resource has a class {name!r}", name=name, obj=resources)
    return load(path)


def resource_names() -> list[str]:
    """The ``__dir__`` of the package of the resources: its classes, and its modules."""
    paths = class_paths()
    return sorted({*paths, *(path.partition(".")[0] for path in paths.values())})
