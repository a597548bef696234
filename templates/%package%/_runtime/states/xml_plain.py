"""An XML state as a JSON value, read from the elements without the states of embedded resources."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial

from ..base.errors import DecodeError
from ..base.typing_shim import TYPE_CHECKING, Any
from ..values.checks import BOOLEANS
from ..values.kinds import Kind
from .validate import whole
from .xml_index import XmlIndex
from .xml_unread import element_of

if TYPE_CHECKING:
    from ..codecs.xml import Element
    from .format_xml import XmlForm
    from .properties import Property
    from .state import State


def json_of(state: State) -> dict[str, Any]:
    """The JSON value. Content that no value holds, and links without an address, raise ``DecodeError``."""
    form, element = element_of(state)
    reading = _Reading(form)
    try:
        found = reading.resource(type(state), element, state._values, state.rel)
    except _Refused:
        _refuse_links(whole(state))
        raise
    if reading.seen != _total()(element):
        whole(state)
    return found


class _Refused(DecodeError):
    """A link without an address, of which the path is not known yet."""


def _refuse_links(state: State) -> None:
    """Raise the fault of the first link without an address."""
    for rel in state._rels():
        state._links_of(rel)
    for key in state._keys():
        for item in state.embedded._states(key):
            _refuse_links(item)


@cache
def _total() -> Any:
    """The number of elements in an element and of characters in its texts."""
    from lxml import etree

    return etree.XPath("count(descendant::*) + string-length()")


class _Reading:
    """One pass over the resources of a message."""

    __slots__ = ("form", "seen")

    def __init__(self, form: XmlForm) -> None:
        self.form = form
        self.seen = 0
        """Elements and characters that were read. If there are more, some content was not read, or was given twice."""

    def resource(
        self, kind: type[State], element: Element, values: Mapping[str, Any], rel: str | None
    ) -> dict[str, Any]:
        index = XmlIndex(self.form, element)
        found = self._properties(kind, values)
        if rel is not None and "rel" not in found:
            found = {"rel": rel, **found}
        if index.links:
            found["_links"] = self._links(kind, index)
        if index.resources:
            found["_embedded"] = {key: self._embedded(kind, key, elements) for key, elements in index.resources.items()}
        return found

    def _properties(self, kind: type[State], values: Mapping[str, Any]) -> dict[str, Any]:
        converters, found, seen = _converters(kind), {}, len(values)
        for name, value in values.items():
            if value.__class__ is str:
                seen += len(value)
            elif value is not None:
                seen += len(value) + sum(map(len, filter(None, value)))
            found[name] = converters[name](value) if name in converters else value
        self.seen += seen
        return found

    def _links(self, kind: type[State], index: XmlIndex) -> dict[str, Any]:
        several, found = _several(kind), {}
        for rel, links in index.links.items():
            for link in links:
                if "href" not in link:
                    raise _Refused("expected a link with an `href`")
            self.seen += len(links)
            found[rel] = links if len(links) > 1 or several.get(rel) else links[-1]
        self.seen -= index.element.get("href") is not None
        return found

    def _embedded(self, kind: type[State], key: str, elements: list[Element]) -> Any:
        known = kind._embedded_class._table.get(key)
        inner: type[State] | None = None if known is None else known._class or known._load()
        found = []
        for element in elements:
            values = self.form.values(element)
            found.append(self.resource(inner or kind._class_of(values.get("rel"), key), element, values, key))
        self.seen += len(elements)
        return found if len(found) > 1 or (known is not None and known.many) else found[-1]


@cache
def _several(kind: type[State]) -> dict[str, bool]:
    """Of the documented rels, and of properties that are links, whether each is plural."""
    found = {rel: field.many for rel, field in kind._links_class._table.items()}
    return found | {name: known.many for name, known in kind._properties.items() if known.kind.word == "data"}


@cache
def _converters(kind: type[State]) -> dict[str, Callable[[Any], Any]]:
    """Of the properties whose values differ in JSON, what gives these."""
    found = ((name, _converter(known)) for name, known in kind._properties.items())
    return {name: convert for name, convert in found if convert is not None}


def _converter(known: Property[Any]) -> Callable[[Any], Any] | None:
    kind, several = known.kind, known.many
    if kind.exact is str or kind.members is not None:
        return _listed if several else None
    one = partial(_flag if kind.exact is bool else _json, kind)

    def convert(value: Any) -> Any:
        if value.__class__ is list:
            return [one(item) for item in value] if several else value
        if value is None:
            return None
        return [one(value)] if several else one(value)

    return convert


def _listed(value: Any) -> Any:
    return [value] if value.__class__ is str else value


def _flag(kind: Kind, value: Any) -> Any:
    return BOOLEANS[value] if value in BOOLEANS else _json(kind, value)


def _json(kind: Kind, value: Any) -> Any:
    """A wire value of XML in its JSON form. Unreadable values stay unchanged."""
    try:
        return kind.json(kind.read(value))
    except ValueError:
        return value
