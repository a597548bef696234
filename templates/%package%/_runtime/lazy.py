"""Names that are imported on first use: of the package, the client and the HTTP library with it; of ``resources``, all."""

from __future__ import annotations

import sys
from collections.abc import Callable

from .base.public import publish
from .base.registry import class_paths, index, load
from .base.typing_shim import Any

CLIENTS = {"AsyncClient": "async_client", "Client": "client"}
"""The module of each client. A program that only blocks does not import the other half."""
CHAIN = "Chain"
"""The class of chains of calls, which is imported with the first call."""
MODULES = ("enums", "errors", "resources")
"""The modules that ``dir`` shows. They are attributes of the package before they are imported."""
LISTENERS = "_runtime.client._async.listeners"
CHAINS = "_runtime.requests.chain"
FACE = ("client", "async_client", "grants", "_runtime.client", LISTENERS, CHAINS)
"""The modules that have public names of the package and are not loaded with it."""


def lazy(package: str) -> Callable[[str], Any]:
    """The ``__getattr__`` of a package."""

    def get(name: str) -> Any:
        if name in MODULES:
            return __import__(f"{package}.{name}", fromlist=[name])
        if name not in vars(sys.modules[package]).get("__all__", ()):
            raise AttributeError(f"module {package!r} has no attribute {name!r}", name=name, obj=sys.modules[package])
        found = getattr(__import__(f"{package}.{_home(package, name)}", fromlist=[name]), name)
        if isinstance(found, type) and found.__module__ != package:
            publish_client(package)
        return found

    return get


def publish_client(package: str) -> None:
    """The public classes that are loaded with the client say that they are of the package."""
    publish(package, *(f"{package}.{module}" for module in FACE))


def _home(package: str, name: str) -> str:
    """The module of a public name: of a client, of chains, of the runtime's client, or of a grant that this API alone has."""
    if name in CLIENTS:
        return CLIENTS[name]
    if name == CHAIN:
        return CHAINS
    runtime = __import__(f"{package}._runtime.client", fromlist=[name])
    if name.startswith("Async"):
        return LISTENERS
    return "_runtime.client" if name in runtime.__all__ else "grants"


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
