"""Reads a state from a JSON object. Members of the wrong shape are refused when they are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..base.errors import DecodeError
from ..base.typing_shim import Any
from ..codecs.json import write
from ..codecs.json_values import Unread

_PARTS = {"_links": "links", "_embedded": "embedded resources"}
_NONE: dict[str, Any] = {}
_OBJECTS = frozenset({dict, Unread})


class JsonForm:
    """A source is a JSON object, which also holds its values; one of a large message may be unread."""

    __slots__ = ()
    name = "json"
    is_of_values = True

    def values(self, source: dict[str, Any]) -> dict[str, Any]:
        return source

    def property_names(self, source: dict[str, Any]) -> Sequence[str]:
        return [name for name in source if name not in _PARTS]

    def root_rel(self, source: dict[str, Any]) -> None:
        return None

    def rels(self, source: dict[str, Any]) -> Sequence[str]:
        return _names(_part(source, "_links"))

    def links(self, source: dict[str, Any], rel: str) -> Sequence[Mapping[str, Any]]:
        part = source.get("_links", _NONE)
        found = (part if part.__class__ is dict else _part(source, "_links")).get(rel)
        if found is None:
            return ()
        if found.__class__ is dict and found.get("href").__class__ is str:
            return (found,)
        links: Sequence[Any] = found if found.__class__ is list else (found,)
        for link in links:
            if link.__class__ is not dict or link.get("href").__class__ is not str:
                raise _misshapen("a link: an object with a text `href`", "_links", rel, found, link)
        return links

    def keys(self, source: dict[str, Any]) -> Sequence[str]:
        return _names(_part(source, "_embedded"))

    def embedded(self, source: dict[str, Any], key: str) -> Sequence[Any]:
        part = source.get("_embedded", _NONE)
        found = (part if part.__class__ is dict else _part(source, "_embedded")).get(key)
        if found.__class__ is dict:
            return (found,)
        if found is None:
            return ()
        resources: Sequence[Any] = found if found.__class__ is list else (found,)
        if not _OBJECTS.issuperset(map(type, resources)):
            wrong = next(item for item in resources if item.__class__ not in _OBJECTS)
            raise _misshapen("an embedded resource: an object", "_embedded", key, found, wrong)
        return resources

    def is_many(self, source: dict[str, Any], part: str, name: str) -> bool:
        return isinstance(source[f"_{part}"][name], list)

    def write(self, source: dict[str, Any]) -> bytes:
        return write(source)

    def freeze(self, source: dict[str, Any]) -> dict[str, Any]:
        return source

    def thaw(self, frozen: dict[str, Any]) -> dict[str, Any]:
        return frozen


JSON = JsonForm()


def _part(source: dict[str, Any], name: str) -> dict[str, Any]:
    """The links or embedded resources of an object; null counts as none."""
    found: Any = source.get(name, _NONE)
    if found.__class__ is dict:
        part: dict[str, Any] = found
        return part
    if found is None:
        return _NONE
    raise DecodeError(f"expected an object of {_PARTS[name]}", path=f"$.{name}")


def _names(part: dict[str, Any]) -> list[str]:
    return [name for name, found in part.items() if found is not None and found != []]


def _misshapen(expected: str, part: str, name: str, found: Any, item: Any) -> DecodeError:
    """The fault of one of the links or resources of a name."""
    number = next((f"[{at}]" for at, other in enumerate(found) if other is item), "") if found.__class__ is list else ""
    return DecodeError(f"expected {expected}", path=f"$.{part}.{name}{number}")
