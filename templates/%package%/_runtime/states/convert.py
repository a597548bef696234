"""Converts a state between formats, by the tables of its class."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from ..base.errors import DecodeError, InvalidArgument
from ..base.registry import index
from ..base.typing_shim import TYPE_CHECKING, Any
from ..codecs import xml_writer
from ..codecs.json import parse, write
from ..codecs.json_values import Unread
from ..values.kinds import Kind, text
from .compare import attributes
from .xml_plain import json_of

if TYPE_CHECKING:
    from .state import State

_PARTS = ("_links", "_embedded")


def to_json(state: State) -> bytes:
    """The state in JSON."""
    return write(plain(state))


def plain(state: State) -> dict[str, Any]:
    """The state as a JSON value."""
    if state._context.form.name == "json":
        source: dict[str, Any] = state._source
        return source.read() if isinstance(source, Unread) else source
    return json_of(state)


def to_dict(state: State, wire: bool) -> dict[str, Any]:
    """The state as new dictionaries and lists, with the values of attributes, or with those of JSON."""
    found: dict[str, Any] = parse(to_json(state))
    return found if wire else _read(state, found)


def _read(state: State, found: dict[str, Any]) -> dict[str, Any]:
    """Put the values of attributes into the JSON value of a state."""
    for name, known in state._properties.items():
        if name in found and known.kind.word != "data":
            found[name] = known.read(state)
    for key in state._keys():
        states = state.embedded._states(key)
        inner = found["_embedded"][key]
        for item, value in zip(states, inner if isinstance(inner, list) else [inner], strict=True):
            _read(item, value)
    return found


def schema(kind: type[State]) -> Any:
    """The schema of a field of a pydantic model: it takes a state, or JSON, and is dumped as a dictionary of wire values.

    pydantic alone calls it; this package does not need it.
    """
    from importlib import import_module

    core: Any = import_module("pydantic_core.core_schema")

    def read(value: object) -> State:
        if isinstance(value, kind):
            return value
        if not isinstance(value, str | bytes | dict):
            raise ValueError(f"expected a {kind.__name__}, or its JSON, found {type(value).__name__}")
        try:
            return kind.from_json(write(value) if isinstance(value, dict) else value)
        except DecodeError as fault:
            raise ValueError(str(fault)) from None

    return core.no_info_plain_validator_function(
        read, serialization=core.plain_serializer_function_ser_schema(lambda state: state.to_dict(wire=True))
    )


def to_xml(state: State) -> bytes:
    """The state in XML; refused where the API has no XML."""
    if not index().xml_types:
        raise InvalidArgument("this API has no XML")
    form = state._context.form
    if form.name == "xml":
        return form.write(_named(state))
    parts: list[str] = [xml_writer.HEAD]
    _resource(parts, state, f' xmlns="{xml_writer.quote(index().namespace)}"')
    return xml_writer.finish(parts)


def _named(state: State) -> Any:
    """The element of a state; the key under which it was embedded is added if it is missing."""
    source = state._source
    if state._place is None or source.get("rel") is not None:
        return source
    from copy import deepcopy

    source = deepcopy(source)
    source.set("rel", state._place[1])
    return source


def _resource(parts: list[str], state: State, start: str = "") -> None:
    """One resource, and what is embedded in it."""
    rel = state._place[1] if state._place else state.rel
    own = state._links_of("self")
    named = f' rel="{xml_writer.quote(rel)}"' if rel is not None else ""
    root = index().roots.resource
    parts.append(f"<{root}{start}{named}{xml_writer.rest(attributes(own[-1])) if own else ''}>")
    for other in state._rels():
        if other != "self":
            parts += [xml_writer.link(other, attributes(item)) for item in state._links_of(other)]
    parts += [element for _, element in _properties(state)]
    parts += _embedded(state)
    parts.append(f"</{root}>")


def xml_members(state: State, changes: Mapping[str, str], links: Set[str]) -> Iterator[str]:
    """The content of an input that changes a state: the whole state, with the changes applied.

    ``changes`` are finished elements by name; ``links`` are the names of those that are links.
    """
    left, inner = dict(changes), []
    for kind, name, element in _members(state):
        if kind == "resource":
            inner.append(element)
            continue
        changed = name in links if kind == "link" else kind == "property" and name in changes and name not in links
        if not changed:
            yield element
        elif kind == "property":
            yield left.pop(name, "")
    yield from (*left.values(), *inner)


def _members(state: State) -> Iterator[tuple[str, str, str]]:
    """The members of a resource: kind, name and element of each; for XML everything that was received."""
    if state._context.form.name == "xml":
        from .format_xml import members

        form: Any = state._context.form
        yield from members(form, state._source)
        return
    for rel in state._rels():
        yield from (("link", rel, xml_writer.link(rel, attributes(item))) for item in state._links_of(rel))
    yield from (("property", name, element) for name, element in _properties(state))
    yield from (("resource", "", element) for element in _embedded(state))


def _properties(state: State) -> Iterator[tuple[str, str]]:
    """Names and elements."""
    known = state._properties
    for name, value in state._values.items():
        if value is None or name in _PARTS:
            continue
        kind = known[name].kind if name in known else None
        if value.__class__ is list:
            of_items = kind if name in known and known[name].many else None
            yield name, xml_writer.property_list(name, [xml_value(of_items, item) for item in value])
        else:
            yield name, xml_writer.property_(name, xml_value(kind, value))


def _embedded(state: State) -> Iterator[str]:
    for key in state._keys():
        for item in state.embedded._states(key):
            parts: list[str] = []
            _resource(parts, item)
            yield from parts


def xml_value(kind: Kind | None, value: Any) -> str:
    """A wire value in its XML form. Unreadable values become text."""
    if value is None:
        return ""
    if value.__class__ is str and (kind is None or kind.exact is str):
        found: str = value
        return found
    if kind is not None and kind.word == "data" and value.__class__ is not str:
        return text(value)
    try:
        return text(value) if kind is None or value.__class__ in (int, float) else kind.xml(kind.read(value))
    except ValueError:
        return text(value)
