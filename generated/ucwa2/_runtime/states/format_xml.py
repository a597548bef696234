"""Reads a state from an XML element."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from ..base.errors import DecodeError
from ..base.typing_shim import TYPE_CHECKING, Any
from ..codecs.xml import parse
from ..codecs.xml_writer import HEAD, escape, link, quote

if TYPE_CHECKING:
    from ..codecs.xml import Element

_NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"


class XmlForm:
    """A source is an element; ``resource_name`` is the local name of elements of resources. Servers may omit the namespace."""

    __slots__ = ("item", "link", "list", "namespace", "property", "resource", "resource_name")
    name = "xml"
    is_of_values = False

    def __init__(self, namespace: str, resource_name: str) -> None:
        self.namespace, self.resource_name = namespace, resource_name
        start = f"{{{namespace}}}" if namespace else ""
        self.property, self.list, self.item = f"{start}property", f"{start}propertyList", f"{start}item"
        self.link, self.resource = f"{start}link", f"{start}{resource_name}"

    def values(self, source: Element) -> dict[str, Any]:
        found: dict[Any, Any] = {
            item.get("name"): item.text or _empty(item) for item in source.iterchildren(self.property)
        }
        for items in source.iterchildren(self.list):
            found[items.get("name")] = [item.text or _empty(item) for item in items.iterchildren(self.item)]
        found.pop(None, None)
        return found

    def property_names(self, source: Element) -> Sequence[str]:
        return [item.get("name") or "" for item in source.iterchildren(self.property, self.list)]

    def root_rel(self, source: Element) -> str | None:
        rel: str | None = source.get("rel")
        return rel

    def rels(self, source: Element) -> Sequence[str]:
        own = ["self"] if source.get("href") is not None else []
        found = [rel for link in source.iterchildren(self.link) if (rel := link.get("rel")) is not None]
        return list(dict.fromkeys(own + found))

    def links(self, source: Element, rel: str) -> Sequence[Mapping[str, Any]]:
        found = [attributes_of(link) for link in source.iterchildren(self.link) if link.get("rel") == rel]
        if rel == "self" and source.get("href") is not None:
            found.append(attributes_of(source))
        return checked(found, rel)

    def keys(self, source: Element) -> Sequence[str]:
        found = (child.get("rel") for child in source.iterchildren(self.resource))
        return list(dict.fromkeys(key for key in found if key is not None))

    def embedded(self, source: Element, key: str) -> Sequence[Any]:
        return [child for child in source.iterchildren(self.resource) if child.get("rel") == key]

    def is_many(self, source: Element, part: str, name: str) -> bool:
        return len(self.links(source, name) if part == "links" else self.embedded(source, name)) > 1

    def write(self, source: Element) -> bytes:
        from lxml import etree

        return HEAD.encode() + etree.tostring(source, encoding="utf-8", with_tail=False)

    def freeze(self, source: Element) -> bytes:
        return self.write(source)

    def thaw(self, frozen: bytes) -> Element:
        return parse(frozen)

    def __reduce__(self) -> tuple[Any, ...]:
        return xml_form, (self.namespace, self.resource_name)


@cache
def xml_form(namespace: str, resource_name: str) -> XmlForm:
    """The form of a namespace and of the name of resources."""
    return XmlForm(namespace, resource_name)


def members(form: XmlForm, source: Element) -> Iterator[tuple[str, str, str]]:
    """The members of an element, unchanged: kind, name and text of each."""
    from lxml import etree

    kinds = {form.link: "link", form.property: "property", form.list: "property", form.resource: "resource"}
    declared = f' xmlns="{quote(form.namespace)}"'
    if source.get("href") is not None:
        yield "link", "self", link("self", attributes_of(source))
    yield from _text(source.text)
    for child in source.iterchildren(etree.Element):
        kind = kinds.get(child.tag, "")
        name = child.get("rel" if kind == "link" else "name") or ""
        yield kind, name, etree.tostring(child, encoding="unicode", with_tail=False).replace(declared, "", 1)
        yield from _text(child.tail)


def _text(text: str | None) -> Iterator[tuple[str, str, str]]:
    """A text beside members, which is no member."""
    if text and text.strip():
        yield "", "", escape(text)


def _empty(item: Element) -> str | None:
    """An empty element is an empty text, unless it is marked as null."""
    return None if item.get(_NIL) in ("true", "1") else ""


def checked(links: Sequence[Mapping[str, Any]], rel: str) -> Sequence[Mapping[str, Any]]:
    """The links of a rel; refused without an address."""
    for attributes in links:
        if "href" not in attributes:
            raise DecodeError("expected a link with an `href`", path=f"$._links.{rel}")
    return links


def attributes_of(element: Element) -> dict[str, Any]:
    """The attributes of a link, or of a resource as its own link."""
    found: dict[str, Any] = dict(element.items())
    found.pop("rel", None)
    return found
