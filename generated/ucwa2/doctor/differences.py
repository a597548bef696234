"""A state and its spec come in; where they differ comes out, with what the spec could say instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from .._runtime.base.errors import DecodeError
from .._runtime.base.registry import index
from .._runtime.states.properties import Property
from .._runtime.states.state import State
from . import shapes

_NO_MEMBERS = frozenset({"rel", "etag", "href"})
"""Members that any resource may have."""
_SELF = "self"
"""The link that any resource may have."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference: its kind, the rel of the resource, the name, and what came where something else was expected.

    ``kind`` is ``property``, ``link``, ``embedded``, ``rel``, ``member`` (of an enumeration), ``type``, ``many`` or
    ``address``. ``proposal`` is what a spec could say of it; empty where nothing can be said.
    """

    kind: str
    resource: str
    name: str
    expected: str
    came: str
    proposal: Mapping[str, Any] = field(default_factory=dict)

    @property
    def about(self) -> str:
        """How it is called in a report."""
        return f"{self.resource}.{self.name}" if self.resource and self.name else self.resource or self.name


def rel_of(state: State) -> str:
    """The rel of the spec of a state, or else its own, if that is a word."""
    return state._rel or shapes.word(state.rel)


def differences(state: State, base: str) -> Iterator[Difference]:
    """The differences of a state that came from the address ``base``, and of all states in it."""
    if type(state) is State:
        yield Difference("rel", "", rel_of(state), "a resource that has a spec", "a resource of a rel that no spec has")
    else:
        yield from _properties(state)
    yield from _links(state, base)
    for key in _keys(state):
        if type(state) is not State and key not in state._embedded_class._table:
            many = _is_many(state, "embedded", key)
            name = shapes.word(key)
            yield Difference("embedded", rel_of(state), name, _NO_SPEC, "an embedded resource", {"many": many})
        yield from (one for inner in inside(state, key) for one in differences(inner, base))


_NO_SPEC = "what its spec has"


def _keys(state: State) -> list[str]:
    try:
        return [*state._keys()]
    except DecodeError:
        return []


def inside(state: State, key: str) -> list[State]:
    """The embedded states of a key; none where they cannot be read."""
    try:
        return state.embedded._states(key)
    except DecodeError:
        return []


def _properties(state: State) -> Iterator[Difference]:
    known, rel = state._properties, rel_of(state)
    for name in state:
        if name not in known and name not in _NO_MEMBERS and not shapes.is_identifier(name):
            value = shapes.raw(state, name)
            kind, many = shapes.kind(value)
            proposal = {"type": kind, "many": many}
            yield Difference("property", rel, shapes.word(name), _NO_SPEC, shapes.shape(value), proposal)
    for name, row in known.items():
        if name in state or row.kind.word == "data":
            yield from _property(state, rel, name, row)


def _property(state: State, rel: str, name: str, row: Property[Any]) -> Iterator[Difference]:
    value = shapes.raw(state, name)
    expected = f"{'a list of ' if row.many else ''}{row.kind.word.removeprefix('enums.')}"
    try:
        found = row.read(state)
    except DecodeError:
        yield Difference("type", rel, name, expected, shapes.shape(value))
        return
    if row.many and value is not None and not isinstance(value, list) and state._context.form.name == "json":
        yield Difference("type", rel, name, expected, shapes.shape(value))
    if row.kind.members is None:
        return
    for item in found if isinstance(found, tuple) else (found,):
        if type(item) is str:  # members are of a class of their own
            proposal = {"enumeration": row.kind.word, "value": item} if shapes.is_member(item) else {}
            yield Difference("member", rel, name, f"a member of {expected}", shapes.member(item), proposal)


def _links(state: State, base: str) -> Iterator[Difference]:
    rel, known = rel_of(state), state._links_class._table
    try:
        rels = [*state._rels()]
    except DecodeError:
        yield Difference("type", rel, "links", "an object of links", "another shape")
        return
    for name in rels:
        yield from _addresses(state, rel, name, base)
        row, data = known.get(name), state._properties.get(name)
        if type(state) is State or (data is not None and data.kind.word == "data"):
            continue
        many = _is_many(state, "links", name)
        if row is None and name != _SELF:
            came = "a link" if name in index().links else "a link of a rel that no spec has"
            yield Difference("link", rel, shapes.word(name), _NO_SPEC, came, {"many": many})
        elif row is not None and many and not row.many and state._context.form.name == "json":
            yield Difference("many", rel, name, "one link", "a list of links")


def _addresses(state: State, rel: str, name: str, base: str) -> Iterator[Difference]:
    """Links without TLS in an answer that came by TLS, and links that cannot be read."""
    try:
        found = state._links_of(name)
    except DecodeError:
        yield Difference("type", rel, shapes.word(name), "a link with an address", "another shape")
        return
    if base.startswith("https:") and any(item["href"][:5].lower() == "http:" for item in found):
        yield Difference("address", rel, shapes.word(name), "a link by https", "a link by http")


def _is_many(state: State, part: str, name: str) -> bool:
    try:
        return state._context.form.is_many(state._source, part, name)
    except (DecodeError, KeyError, TypeError):
        return False
