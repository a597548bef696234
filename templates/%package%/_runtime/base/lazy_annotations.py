"""Annotations whose names are loaded when they are read, so that ``typing.get_type_hints`` works and imports stay cheap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import FunctionType

from .typing_shim import Any

_PACKAGE = f"{__name__.partition('._runtime.')[0]}."


class LazyAnnotations(dict[str, Any]):
    """The annotations of a class or a function, as texts. To read them all first loads what they name.

    ``typing.get_type_hints`` and ``inspect`` go through the items, and then look up the names in the module's globals, where
    those that only type checkers import are missing until then.
    """

    __slots__ = ("_module",)

    def __init__(self, annotations: Mapping[str, Any], module: str) -> None:
        super().__init__(annotations)
        self._module = module

    def _load(self) -> None:
        __import__(f"{_PACKAGE}_runtime.type_hints", fromlist=["load_names"]).load_names(self._module, super().values())

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
    """Make annotations lazy: of a function, or of a class and its bases in this package, with all that they define."""
    for item in described:
        if isinstance(item, type):
            for kind in item.__mro__:
                if kind.__module__.startswith(_PACKAGE):
                    _make_class_lazy(kind)
        else:
            make_members_lazy(item.__module__, (item,))


def make_members_lazy(module: str, members: Iterable[Any]) -> None:
    """Make the annotations of functions lazy: of plain functions, class methods and the getters of properties."""
    for member in members:
        found = member
        if member.__class__ is not FunctionType:
            found = member.fget if member.__class__ is property else getattr(member, "__func__", None)
        if found.__class__ is FunctionType and found.__module__ == module and found.__annotations__.__class__ is dict:
            found.__annotations__ = LazyAnnotations(found.__annotations__, module)


def _make_class_lazy(kind: Any) -> None:
    make_members_lazy(kind.__module__, vars(kind).values())
    own = vars(kind).get("__annotations__")
    if own.__class__ is dict:
        kind.__annotations__ = LazyAnnotations(own, kind.__module__)
