"""Structures that a behaviour module extends: their own fields, and the fields that modules register."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, cast, get_type_hints
from weakref import WeakKeyDictionary

import msgspec

S = TypeVar("S", bound=msgspec.Struct)
P = TypeVar("P", bound=msgspec.Struct)
T = TypeVar("T")


class Extensible(Generic[S]):
    """A structure whose fields come from several modules."""

    def __init__(self, base: type[S]) -> None:
        self._base = base
        self._parts: list[type[msgspec.Struct]] = []
        self._whole: type[S] | None = None

    def add(self, part: type[P]) -> Callable[[S], P]:
        """Register the fields of ``part``; gives the function that reads the whole structure as ``part``."""
        self._parts.append(part)
        self._whole = None
        return lambda whole: cast("P", whole)

    @property
    def whole(self) -> type[S]:
        """The structure with all registered fields."""
        if self._whole is None:
            options: dict[str, Any] = {"eq": False, "weakref": True, "forbid_unknown_fields": True}
            found = [_field(item, hints) for part in self._parts for item, hints in _fields(part)]
            made = msgspec.defstruct(self._base.__name__, found, bases=(self._base,), **options)
            self._whole = cast("type[S]", made)
        return self._whole


def _fields(part: type[msgspec.Struct]) -> list[tuple[Any, dict[str, Any]]]:
    hints = get_type_hints(part, include_extras=True)
    return [(item, hints) for item in msgspec.structs.fields(part)]


def _field(item: Any, hints: dict[str, Any]) -> tuple[str, Any, Any]:
    if item.default_factory is not msgspec.NODEFAULT:
        return item.name, hints[item.name], msgspec.field(default_factory=item.default_factory)
    return item.name, hints[item.name], msgspec.field(default=item.default)


def state_per_owner(make: Callable[[], T]) -> Callable[[object], T]:
    """State that a behaviour module keeps for each user, application or backend; made when first used."""
    kept: WeakKeyDictionary[object, T] = WeakKeyDictionary()

    def of(owner: object) -> T:
        found = kept.get(owner)
        if found is None:
            found = kept[owner] = make()
        return found

    return of
