"""Reads everything in a state, deeply, so that all its faults are known at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from .datauri import DataLink
from .errors import DecodeError
from .typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .properties import Property
    from .state import State


def validate(state: State) -> None:
    """Raise one ``DecodeError`` that lists every fault, if there is any."""
    refuse(list(faults(state)))


def refuse(found: list[DecodeError]) -> None:
    """Raise what was found, if anything was."""
    if len(found) == 1:
        raise found[0]
    if found:
        raise DecodeError(f"{len(found)} faults", path=found[0].path, faults=tuple(found))


def faults(state: State) -> Iterator[DecodeError]:
    """Every fault of a state and of what is embedded in it."""
    for name, known in state._properties.items():
        yield from _tried(partial(_content, state, known), f"{state._path}._links.{name}")
    for rel in state.links:
        yield from _tried(partial(_link, state, rel), f"{state._path}._links.{rel}")
    for key in state.embedded:
        for item in state.embedded._states(key):
            yield from faults(item)


def _content(state: State, known: Property[Any]) -> None:
    """Read a property; of data links also what they hold, as text where they say that it is text."""
    for item in _many(known.__get__(state)):
        if isinstance(item, DataLink):
            item.text if item.media_type.startswith("text/") else item.bytes


def _link(state: State, rel: str) -> None:
    for link in _many(state.links[rel]):
        link.revision  # noqa: B018


def _many(value: Any) -> Iterable[Any]:
    return value if isinstance(value, tuple) else (value,)


def _tried(read: Callable[[], object], path: str) -> Iterator[DecodeError]:
    """The fault of a reading, if there is one; ``path`` is for those that know no better."""
    try:
        read()
    except DecodeError as fault:
        known = fault.path.startswith(("$.", "$["))
        yield fault if known else DecodeError(fault.problem, path=path, excerpt=fault.excerpt)
