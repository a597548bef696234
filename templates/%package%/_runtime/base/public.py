"""Public classes and functions say where users import them, not which module defines them.

So tracebacks name what ``except`` can catch, and pickles do not depend on the modules of the runtime.
"""

from __future__ import annotations

import sys
from types import FunctionType

from .typing_shim import Any


def publish(package: str, *modules: str) -> None:
    """Name ``package`` as the module of what its ``__all__`` lists and these modules have; by default the package itself.

    Modules that are not loaded are left out, and so is what belongs to another package.
    """
    names = vars(sys.modules[package]).get("__all__", ())
    inside = f"{package.partition('.')[0]}."
    for module in modules or (package,):
        if module in sys.modules:
            found = vars(sys.modules[module])
            for name in names:
                _publish(found.get(name), package, inside)


def _publish(item: Any, package: str, inside: str) -> None:
    if isinstance(item, type | FunctionType) and item.__module__.startswith(inside):
        item.__module__ = package
