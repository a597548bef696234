"""Reads a state completely, to find all faults at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from ..base.errors import DecodeError
from ..base.typing_shim import TYPE_CHECKING, Any
from ..values.data_link import DataLink

if TYPE_CHECKING:
    from .properties import Property
    from .state import State


def validate(state: State) -> None:
    """Raise one ``DecodeError`` that lists every fault, if there is any."""
    refuse(list(faults(state)))


def refuse(found: list[DecodeError]) -> None:
    """Raise the faults, if any, each once; a single one is raised as it is."""
    found = list({str(fault): fault for fault in found}.values())
    if len(found) == 1:
        (only,) = found
        raise DecodeError(only.problem, path=only.path, position=only.position, excerpt=only.excerpt, faults=(only,))
    if found:
        raise DecodeError(f"{len(found)} faults", path=found[0].path, faults=tuple(found))


def faults(state: State) -> Iterator[DecodeError]:
    """Every fault of a state and of what is embedded in it."""
    for name, known in state._properties.items():
        yield from _tried(partial(_content, state, known), f"{state._path}._links.{name}")
    rels, wrong = _names(state._rels)
    yield from wrong
    for rel in rels:
        yield from _tried(partial(_link, state, rel), f"{state._path}._links.{rel}")
    keys, wrong = _names(state._keys)
    yield from wrong
    for key in keys:
        yield from _inner(state, key)


def _names(read: Callable[[], Sequence[str]]) -> tuple[Sequence[str], list[DecodeError]]:
    """The names of a name space, or its fault."""
    try:
        return read(), []
    except DecodeError as fault:
        return (), [fault]


def _inner(state: State, key: str) -> Iterator[DecodeError]:
    try:
        states = state.embedded._states(key)
    except DecodeError as fault:
        yield fault
        return
    for item in states:
        yield from faults(item)


def _content(state: State, known: Property[Any]) -> None:
    """Read a property; for data links also their content, as text for media types of text."""
    for item in _many(known.read(state)):
        if isinstance(item, DataLink):
            item.text if item.media_type.startswith("text/") else item.bytes


def _link(state: State, rel: str) -> None:
    for link in _many(state.links._read(rel)):
        link.revision  # noqa: B018


def _many(value: Any) -> Iterable[Any]:
    return value if isinstance(value, tuple) else (value,)


def _tried(read: Callable[[], object], path: str) -> Iterator[DecodeError]:
    """The fault of a read, if any; ``path`` is used for faults without one."""
    try:
        read()
    except DecodeError as fault:
        known = fault.path.startswith(("$.", "$["))
        yield fault if known else DecodeError(fault.problem, path=path, excerpt=fault.excerpt)
