"""Equality of states and links, across formats. Comparing never raises."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from ..base.errors import DecodeError
from ..base.typing_shim import TYPE_CHECKING, Any
from ..values.kinds import text
from ..values.times import milliseconds
from .validate import whole

if TYPE_CHECKING:
    from .state import State

_APART = ("_links", "_embedded", "rel")


def same(one: State, other: State) -> bool:
    """Equal documented members as converted, links, embedded resources, and unknown members as text.

    If links or embedded resources have another shape, or there is content that no value holds, the sources are compared.
    """
    if type(one) is not type(other) or _rel(one) != _rel(other):
        return False
    try:
        return _are_alike(one, other) or _comparable(whole(one)) == _comparable(whole(other))
    except DecodeError:
        return _as_it_came(one) == _as_it_came(other)


def hash_of(state: State) -> int:
    """Equal for equal states: of the class, the rel and the address."""
    try:
        return hash((type(state), _rel(state), state.href))
    except DecodeError:
        return hash((type(state), _rel(state)))


def _are_alike(one: State, other: State) -> bool:
    """Whether both came in the same words; if not, they may still be equal. To Python alone, ``False`` is 0 and 1 is 1.0."""
    if one._context.form.name != other._context.form.name:
        return False
    return one._values == other._values and _as_it_came(one) == _as_it_came(other)


def _as_it_came(state: State) -> tuple[str, bytes]:
    form = state._context.form
    return form.name, form.write(state._source)


def attributes(link: Mapping[str, Any]) -> dict[str, str]:
    """The attributes of a link for comparison, without ``rel``, which repeats the key."""
    return {name: text(value) for name, value in link.items() if value is not None and name != "rel"}


def many_links(state: State, rel: str) -> bool | None:
    """Whether a rel, or a property that is a link, is plural; ``None`` if it is undocumented."""
    known = state._properties.get(rel)
    if known is not None and known.kind.word == "data":
        return known.many
    leads = state._links_class._table.get(rel)
    return leads.many if leads is not None else None


def _comparable(state: State) -> tuple[Any, ...]:
    return _rel(state), _properties(state), _links(state), _embedded(state)


def _rel(state: State) -> Any:
    """The rel, or as a text what the body has in its place."""
    rel = state._values.get("rel")
    return state.rel if rel is None else _texts(rel)


def _properties(state: State) -> dict[str, Any]:
    found = ((name, _property(state, name, value)) for name, value in state._values.items() if name not in _APART)
    return {name: value for name, value in found if value is not None}


def _property(state: State, name: str, value: Any) -> Any:
    known = state._properties.get(name)
    if known is not None and known.kind.word != "data":
        try:
            return _rounded(known.convert(value))
        except ValueError:
            value = [value] if known.many and not isinstance(value, list) and value is not None else value
    return _texts(value)


def _rounded(value: Any) -> Any:
    """Times to the millisecond, which is the resolution of JSON."""
    if isinstance(value, tuple):
        return tuple(map(_rounded, value))
    return milliseconds(value) if isinstance(value, datetime) else value


def _texts(value: Any) -> Any:
    if isinstance(value, list):
        return tuple("" if item is None else text(item) for item in value)
    return None if value is None else text(value)


def _links(state: State) -> dict[str, list[dict[str, str]]]:
    found = {rel: [attributes(link) for link in state._links_of(rel)] for rel in state._rels()}
    return {rel: links[-1:] if many_links(state, rel) is False else links for rel, links in found.items() if links}


def _embedded(state: State) -> dict[str, list[Any]]:
    embedded, table = state.embedded, state._embedded_class._table
    found = {key: [_comparable(item) for item in embedded._states(key)] for key in embedded}
    return {key: faces if key not in table or table[key].many else faces[-1:] for key, faces in found.items() if faces}
