"""An XML state with an index of its members, for what reads all of it: one pass, where look-ups by name scan each time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..base.typing_shim import TYPE_CHECKING, Any, TypeVar
from .format_xml import XmlForm, attributes_of, checked
from .wire_format import Context

if TYPE_CHECKING:
    from ..codecs.xml import Element
    from .state import State

S = TypeVar("S", bound="State")


class XmlIndex:
    """The links and embedded resources of an element by name."""

    __slots__ = ("element", "links", "resources")

    def __init__(self, form: XmlForm, element: Element) -> None:
        self.element = element
        self.links: dict[str, list[dict[str, Any]]] = {}
        self.resources: dict[str, list[Element]] = {}
        own = element.get("href") is not None
        if own:
            self.links["self"] = []
        for link in element.iterchildren(form.link):
            attributes: dict[str, Any] = dict(link.items())
            rel = attributes.pop("rel", None)
            if rel is not None:
                self.links.setdefault(rel, []).append(attributes)
        for resource in element.iterchildren(form.resource):
            rel = resource.get("rel")
            if rel is not None:
                self.resources.setdefault(rel, []).append(resource)
        if own:
            self.links["self"].append(attributes_of(element))


class IndexedXmlForm:
    """As ``XmlForm``, for sources that are indexes."""

    __slots__ = ("plain",)
    name = "xml"
    is_of_values = False

    def __init__(self, plain: XmlForm) -> None:
        self.plain = plain

    def values(self, source: XmlIndex) -> dict[str, Any]:
        return self.plain.values(source.element)

    def property_names(self, source: XmlIndex) -> Sequence[str]:
        return self.plain.property_names(source.element)

    def root_rel(self, source: XmlIndex) -> str | None:
        return self.plain.root_rel(source.element)

    def rels(self, source: XmlIndex) -> Sequence[str]:
        return list(source.links)

    def links(self, source: XmlIndex, rel: str) -> Sequence[Mapping[str, Any]]:
        return checked(source.links.get(rel, ()), rel)

    def keys(self, source: XmlIndex) -> Sequence[str]:
        return list(source.resources)

    def embedded(self, source: XmlIndex, key: str) -> Sequence[XmlIndex]:
        return [XmlIndex(self.plain, child) for child in source.resources.get(key, ())]

    def is_many(self, source: XmlIndex, part: str, name: str) -> bool:
        return len(source.links[name] if part == "links" else source.resources[name]) > 1

    def write(self, source: XmlIndex) -> bytes:
        return self.plain.write(source.element)

    def freeze(self, source: XmlIndex) -> Any:
        return self.plain.freeze(source.element)

    def thaw(self, frozen: Any) -> XmlIndex:
        return XmlIndex(self.plain, self.plain.thaw(frozen))


def indexed(state: S) -> S:
    """The state with an index, and with it all that is embedded in it; in JSON it is one already."""
    form = state._context.form
    if not isinstance(form, XmlForm):
        return state
    context = Context(IndexedXmlForm(form), state._context.base, state._context.etag)
    made: S = object.__new__(type(state))
    made._values, made._source = state._values, XmlIndex(form, state._source)
    made._context, made._place = context, state._place
    return made
