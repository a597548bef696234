"""Public classes and functions say where users import them, not which module defines them.

So tracebacks name what ``except`` can catch, and pickles do not depend on the modules of the runtime.
"""

from __future__ import annotations

import sys
from types import FunctionType

from .typing_shim import Any

_PACKAGE = __name__.partition("._runtime.")[0]


def publish(item: Any, package: str = _PACKAGE) -> None:
    """Name ``package`` as the module of what its ``__all__`` lists, unless that belongs to another package."""
    if (
        isinstance(item, type | FunctionType)
        and item.__name__ in vars(sys.modules[package]).get("__all__", ())
        and item.__module__.startswith(f"{_PACKAGE}.")
    ):
        item.__module__ = package


def publish_all(package: str, module: str | None = None) -> None:
    """The same for all that a module has, by default the package itself."""
    found = vars(sys.modules[module or package])
    for name in vars(sys.modules[package])["__all__"]:
        publish(found.get(name), package)
