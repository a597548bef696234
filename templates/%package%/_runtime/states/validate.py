"""Reads a state completely, to find all faults at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from ..base.errors import DecodeError
from ..base.typing_shim import TYPE_CHECKING, Any, TypeVar
from ..values.data_link import DataLink
from .xml_index import indexed
from .xml_unread import has_unread, unread, unread_below

if TYPE_CHECKING:
    from .properties import Property
    from .state import State

S = TypeVar("S", bound="State")


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
    if state._context.form.name == "json":
        yield from _faults(state, _none)
    else:
        yield from _faults(indexed(state), unread if has_unread(state) else _none)


def whole(state: S) -> S:
    """The state, in XML with an index. Raises one ``DecodeError`` for content that no value holds."""
    if state._context.form.name == "json":
        return state
    found = indexed(state)
    if has_unread(found):
        refuse(list(unread_below(found)))
    return found


def _none(state: State) -> Iterator[DecodeError]:
    return iter(())


def _faults(state: State, unread: Callable[[State], Iterator[DecodeError]]) -> Iterator[DecodeError]:
    """Every fault; ``unread`` gives those of content that no value holds."""
    yield from unread(state)
    for name, known in state._properties.items():
        if name in state._values or known.kind.word == "data":
            yield from _tried(partial(_content, state, known), state, name)
    rels, wrong = _names(state._rels)
    yield from wrong
    for rel in rels:
        yield from _tried(partial(_link, state, rel), state, rel)
    keys, wrong = _names(state._keys)
    yield from wrong
    for key in keys:
        yield from _inner(state, key, unread)


def _names(read: Callable[[], Sequence[str]]) -> tuple[Sequence[str], list[DecodeError]]:
    """The names of a name space, or its fault."""
    try:
        return read(), []
    except DecodeError as fault:
        return (), [fault]


def _inner(state: State, key: str, unread: Callable[[State], Iterator[DecodeError]]) -> Iterator[DecodeError]:
    try:
        states = state.embedded._states(key)
    except DecodeError as fault:
        yield fault
        return
    for item in states:
        yield from _faults(item, unread)


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


def _tried(read: Callable[[], object], state: State, rel: str) -> Iterator[DecodeError]:
    """The fault of a read, if any; faults without a path get that of the link."""
    try:
        read()
    except DecodeError as fault:
        known = fault.path.startswith(("$.", "$["))
        yield fault if known else DecodeError(fault.problem, path=f"{state._path}._links.{rel}", excerpt=fault.excerpt)
