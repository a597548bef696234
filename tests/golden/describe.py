"""How a typed value is printed in a golden: Python literals, one member a line, nested by indentation."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from enum import Enum
from typing import Any

from ucwa2._runtime import DataLink, Event, EventPage, Link, Property, State
from ucwa2.errors import DecodeError

LONGEST = 60


def state(value: State, indent: str = "") -> Iterator[str]:
    """The class, every property that came, as its attribute gives it, and the links and embedded resources."""
    yield f"{indent}{type(value).__name__}"
    inner = f"{indent}  "
    yield from (f"{inner}{name}: {text}" for name, text in _properties(value))
    yield from (f"{inner}links.{name}: {text}" for name, text in _links(value))
    yield from _embedded(value, inner)


def attributes(cls: type[State]) -> dict[str, str]:
    """The attribute of each property, by its wire name."""
    own = (item for base in reversed(cls.__mro__) for item in vars(base).items())
    return {item.name: name for name, item in own if isinstance(item, Property)}


def came(value: State) -> list[str]:
    """The wire names of the documented properties that came, data links included."""
    table = type(value)._properties
    hrefs = value._context.form.rels(value._source)
    return [name for name, row in table.items() if (name in hrefs if row.kind.word == "data" else name in value)]


def literal(value: object) -> str:
    """A value with its type visible."""
    match value:
        case Enum():
            return f"{type(value).__name__}.{value.name}"
        case tuple():
            return f"({', '.join(map(literal, value))}{',' if len(value) == 1 else ''})"
        case datetime():
            return value.isoformat()
        case timedelta():
            return str(value)
        case DataLink():
            return f"{value.media_type} {_short(value.href)}"
    return repr(value)


def _properties(value: State) -> Iterator[tuple[str, str]]:
    names = attributes(type(value))
    for wire in came(value):
        yield names[wire], _read(value, names[wire])
    for wire in value:
        if wire not in type(value)._properties and wire not in ("rel", "etag"):
            yield f"[{wire!r}]", literal(value[wire])


def _read(value: State, name: str) -> str:
    try:
        return literal(getattr(value, name))
    except DecodeError as fault:
        return f"unreadable: {fault}"


def _links(value: State) -> Iterator[tuple[str, str]]:
    data = {name for name, row in type(value)._properties.items() if row.kind.word == "data"}
    table = type(value)._links_class._table
    names = {row.rel: name for name, row in _rows(type(value)._links_class)}
    for rel in value.links:
        if rel not in data:
            yield names.get(rel, f"[{rel!r}]") if rel in table else f"[{rel!r}]", _link(value.links[rel])


def _rows(cls: type) -> Iterator[tuple[str, Any]]:
    for base in reversed(cls.__mro__):
        yield from ((name, row) for name, row in vars(base).items() if hasattr(row, "rel") and hasattr(row, "since"))


def _link(found: Any) -> str:
    if isinstance(found, Link):
        return f"{type(found).__name__} {_short(found.href)}"
    return f"({', '.join(map(_link, found))})"


def _embedded(value: State, indent: str) -> Iterator[str]:
    names = {row.rel: name for name, row in _rows(type(value)._embedded_class)}
    for rel in value.embedded:
        found = value.embedded[rel]
        several = isinstance(found, tuple)
        for number, child in enumerate(found if several else (found,)):
            yield f"{indent}embedded.{names.get(rel, repr(rel))}{f'[{number}]' if several else ''}:"
            yield from state(child, f"{indent}  ")


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def anything(value: object) -> Iterator[str]:
    """Any result of a call."""
    if isinstance(value, State):
        yield from state(value)
    elif isinstance(value, Link):
        yield _link(value)
    elif isinstance(value, EventPage):
        for happened in value:
            yield from event(happened)
    else:
        yield repr(value)


def event(value: Event) -> Iterator[str]:
    """An event and its embedded state."""
    inside = f" in {_link(value.in_)}" if value.in_ else ""
    ended = f": {value.reason or value.status}" if value.reason or value.status else ""
    yield f"{value.type} {_link(value.link)}{inside} from {_link(value.sender)}{ended}"
    yield from state(value.state, "  ") if value.state else ()
