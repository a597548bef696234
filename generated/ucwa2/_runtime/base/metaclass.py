"""The metaclass of values, annotations whose names are loaded when they are read, and the module that public classes name.

So ``typing.get_type_hints`` works, imports stay cheap, and tracebacks name what ``except`` can catch.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from types import FunctionType

from .typing_shim import Any

_ROOT = __name__.partition("._runtime.")[0]
_PACKAGE = f"{_ROOT}."


class LazyAnnotations(dict[str, Any]):
    """The annotations of a class or a function, as texts. To read them all first loads what they name.

    ``typing.get_type_hints`` and ``inspect`` go through the items, and then look up the names in the module's globals, where
    those that only type checkers import are missing until then. Those of a class become values, because its module may be
    the one that users import it from, which has not all the names.
    """

    __slots__ = ("_is_of_class", "_module")

    _is_of_class: bool
    _module: str

    def _load(self) -> None:
        hints = __import__(f"{_PACKAGE}_runtime.type_hints", fromlist=["load_names"])
        hints.load_names(self._module, super().values())
        if self._is_of_class:
            self.update({name: hints.value_of(self._module, text) for name, text in super().items()})

    def __iter__(self) -> Any:
        self._load()
        return super().__iter__()

    def keys(self) -> Any:
        self._load()
        return super().keys()

    def values(self) -> Any:
        self._load()
        return super().values()

    def items(self) -> Any:
        self._load()
        return super().items()


def make_lazy(*described: Any) -> None:
    """Make annotations lazy: of a function, or of a class and its bases in this package, with all that they define.

    Those that users import from the package name it as their module then.
    """
    for item in described:
        if isinstance(item, type):
            for kind in item.__mro__:
                if kind.__module__.startswith(_PACKAGE):
                    _make_class_lazy(kind)
        else:
            make_members_lazy(item.__module__, {item.__name__: item})
        publish(item)


def make_members_lazy(module: str, members: Mapping[str, Any]) -> None:
    """Make the annotations of public functions lazy: of plain functions, class methods and the getters of properties."""
    for name, member in members.items():
        if name[:1] != "_" or name == "__init__":
            found = member.fget if member.__class__ is property else getattr(member, "__func__", member)
            if found.__class__ is FunctionType and found.__module__ == module:
                _make_lazy(found, module)


def _make_lazy(described: Any, module: str, *, is_class: bool = False) -> None:
    own = described.__annotations__
    if own.__class__ is dict:
        lazy = LazyAnnotations(own)
        lazy._module, lazy._is_of_class = module, is_class
        described.__annotations__ = lazy


def _make_class_lazy(kind: Any) -> None:
    own = vars(kind)
    make_members_lazy(kind.__module__, own)
    if "__annotations__" in own:
        _make_lazy(kind, kind.__module__, is_class=True)


def publish(item: Any, package: str = _ROOT) -> None:
    """Name ``package`` as the module of what its ``__all__`` lists, unless that belongs to another package."""
    if (
        isinstance(item, type | FunctionType)
        and item.__name__ in vars(sys.modules[package]).get("__all__", ())
        and item.__module__.startswith(_PACKAGE)
    ):
        item.__module__ = package


def publish_all(package: str, module: str | None = None) -> None:
    """The same for all that a module has, by default the package itself."""
    found = vars(sys.modules[module or package])
    for name in vars(sys.modules[package])["__all__"]:
        publish(found.get(name), package)


class Slotted(type):
    """Adds empty ``__slots__`` to a class body that has none, and makes its annotations lazy."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any], **keywords: Any) -> Slotted:
        body.setdefault("__slots__", ())
        made = super().__new__(cls, name, bases, body, **keywords)
        _make_class_lazy(made)
        return made
