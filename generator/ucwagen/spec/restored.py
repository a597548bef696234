"""Specs to JSON values, and back into objects with the same fields, for which neither YAML nor pydantic is needed.

A restored spec serves where there is no fault: to show one, the files are read again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any, ClassVar, NoReturn

from ucwagen.diagnostics import Source, Span
from ucwagen.spec.said import Said

SPEC, HAS, TABLE = "spec", "has", "table"
"""Keys of the JSON objects that stand for a spec and for a table; a list stands for rows."""
NOWHERE = Source("", "")
KEY = -1
Json = Any


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a kind of spec in their order, and as JSON what those are that may be left out.

    By the key of each field in a file: its name, whether it must be there, and the form of its value (see ``quick``).
    """

    names: tuple[str, ...]
    defaults: Mapping[str, Json]
    forms: Mapping[str, tuple[str, bool, Json]]


class Restored(Said):
    """A spec from JSON. Its places differ from one another as those in a file do, but lead nowhere."""

    _names: ClassVar[tuple[str, ...]]
    _places: int

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{self.kind} is frozen")

    @property
    def key(self) -> Span:
        return Span(NOWHERE, self._places, KEY)

    def span(self, field: str, *path: str | int) -> Span:
        return Span(NOWHERE, self._places, hash((field, *path)))

    def key_of(self, field: str, name: str) -> Span:
        return Span(NOWHERE, self._places, hash((KEY, field, name)))

    def given(self) -> dict[str, Any]:
        own = vars(self)
        return {name: own[name] for name in self._names if name in own}

    def fields(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self._names}


def kept(value: object) -> Json:
    """A spec, or a value in one, as JSON."""
    if isinstance(value, Said):
        return {SPEC: value.kind, HAS: {name: kept(inner) for name, inner in value.given().items()}}
    if isinstance(value, Mapping):
        return {TABLE: {name: kept(inner) for name, inner in value.items()}}
    return list(map(kept, value)) if isinstance(value, tuple) else value


class Restorer:
    """Makes specs of JSON values, by the fields of each kind."""

    def __init__(self, kinds: Mapping[str, Fields]) -> None:
        self._count = count(1)
        self._kinds = {name: self._kind(name, fields) for name, fields in kinds.items()}

    def _kind(self, name: str, fields: Fields) -> type[Restored]:
        """A default is a class attribute."""
        defaults = {field: self.restored(value) for field, value in fields.defaults.items()}
        return type(name, (Restored,), {"_names": fields.names, **defaults})

    def restored(self, value: Json) -> Any:
        """A spec, or a value in one, from JSON."""
        if isinstance(value, list):
            return tuple(map(self.restored, value))
        if not isinstance(value, dict):
            return value
        if TABLE in value:
            return {name: self.restored(inner) for name, inner in value[TABLE].items()}
        made = object.__new__(self._kinds[value[SPEC]])
        found = vars(made)
        found["_places"] = next(self._count)
        for name, inner in value[HAS].items():
            found[name] = self.restored(inner) if isinstance(inner, (dict, list)) else inner
        return made
