"""What is read of a state: every documented member through its attribute, and the shape that both formats share."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from enum import Enum
from fnmatch import fnmatchcase
from typing import Any

from tests.golden import describe

from ucwa._runtime import DataLink, Link, State
from ucwa.errors import DecodeError

TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,), "boolean": (bool,), "integer": (int,), "number": (float, int), "datetime": (datetime,),
    "timespan": (timedelta,), "bytes": (bytes,), "data": (DataLink,),
}  # fmt: skip


def check(state: State, placeholders: tuple[str, ...], path: str = "$") -> None:
    """Every property, link and embedded resource that came is read through its attribute, with its documented type."""
    names = describe.attributes(type(state))
    for wire in describe.came(state):
        _check_property(state, wire, names[wire], f"{path}.{wire}", placeholders)
    for rel, name in _named(type(state)._links_class):
        if rel in state.links:
            found = getattr(state.links, name)
            assert all(isinstance(link, Link) for link in (found if isinstance(found, tuple) else (found,))), (
                f"{path} {rel}"
            )
    assert set(state.embedded) <= {rel for rel, _ in _named(type(state)._embedded_class)}, path
    for rel, name in _named(type(state)._embedded_class):
        if rel in state.embedded:
            for child in _children(getattr(state.embedded, name)):
                assert isinstance(child, State), f"{path} {rel}"
                check(child, placeholders, f"{path}._embedded.{rel}")


def _check_property(state: State, wire: str, name: str, path: str, placeholders: tuple[str, ...]) -> None:
    row = type(state)._properties[wire]
    try:
        value = getattr(state, name)
    except DecodeError:
        assert any(fnmatchcase(path, pattern) for pattern in placeholders), f"{path} cannot be read"
        return
    wanted = TYPES.get(row.kind.word, (str, Enum))
    items = value if row.many else (value,)
    assert isinstance(items, tuple), path
    assert all(isinstance(item, wanted) for item in items), f"{path}: {value!r} is no {row.kind.word}"
    if row.kind.word not in TYPES:
        known = all(isinstance(item, Enum) for item in items)
        assert known or any(fnmatchcase(path, pattern) for pattern in placeholders), f"{path}: {value!r} is no member"


def _named(cls: type) -> Iterator[tuple[str, str]]:
    return ((row.rel, name) for name, row in describe._rows(cls))


def shape(state: State) -> Any:
    """The documented members that came, by name."""
    links = sorted(rel for rel in state.links if rel in type(state)._links_class._table)
    inside = {rel: [shape(child) for child in _children(state.embedded[rel])] for rel in sorted(state.embedded)}
    return (type(state).__name__, sorted(describe.came(state)), links, inside)


def _children(found: Any) -> tuple[State, ...]:
    return found if isinstance(found, tuple) else (found,)
