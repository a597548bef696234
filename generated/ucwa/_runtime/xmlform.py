"""How a state finds its way in an XML element."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from .typed import TYPE_CHECKING, Any

from .errors import DecodeError
from .xml import parse

if TYPE_CHECKING:
    from lxml import etree

    from .xml import Element

_NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"
_NEEDS = (("link", "href"), ("link", "rel"), ("property", "name"), ("propertyList", "name"), ("resource/u:resource", "rel"))


class XmlForm:
    """A source is an element. One form serves one namespace, since servers leave the namespace out at times."""

    __slots__ = ("item", "link", "list", "namespace", "property", "resource")
    name = "xml"

    def __init__(self, namespace: str) -> None:
        self.namespace = namespace
        start = f"{{{namespace}}}" if namespace else ""
        self.property, self.list, self.item = f"{start}property", f"{start}propertyList", f"{start}item"
        self.link, self.resource = f"{start}link", f"{start}resource"

    def values(self, source: Element) -> dict[str, Any]:
        found: dict[Any, Any] = {item.get("name"): item.text or _empty(item) for item in source.iterchildren(self.property)}
        for items in source.iterchildren(self.list):
            found[items.get("name")] = [item.text or _empty(item) for item in items.iterchildren(self.item)]
        return found

    def property_names(self, source: Element) -> Sequence[str]:
        return [item.get("name") or "" for item in source.iterchildren(self.property, self.list)]

    def root_rel(self, source: Element) -> str | None:
        return source.get("rel")

    def rels(self, source: Element) -> Sequence[str]:
        own = ["self"] if source.get("href") is not None else []
        return list(dict.fromkeys([*own, *(link.get("rel") for link in source.iterchildren(self.link))]))

    def links(self, source: Element, rel: str) -> Sequence[Mapping[str, Any]]:
        found = [_attributes(link) for link in source.iterchildren(self.link) if link.get("rel") == rel]
        if rel == "self" and source.get("href") is not None:
            found.append(_attributes(source))
        return found

    def keys(self, source: Element) -> Sequence[str]:
        return list(dict.fromkeys(child.get("rel") for child in source.iterchildren(self.resource)))

    def embedded(self, source: Element, key: str) -> Sequence[Any]:
        return [child for child in source.iterchildren(self.resource) if child.get("rel") == key]

    def is_many(self, source: Element, part: str, name: str) -> bool:
        return len(self.links(source, name) if part == "links" else self.embedded(source, name)) > 1

    def write(self, source: Element) -> bytes:
        from lxml import etree

        return etree.tostring(source, encoding="utf-8", xml_declaration=True, with_tail=False)

    def freeze(self, source: Element) -> bytes:
        return self.write(source)

    def thaw(self, frozen: bytes) -> Element:
        return parse(frozen)

    def check(self, root: Element) -> None:
        """Refuse links, properties and embedded resources that lack what names them or where they lead."""
        if not _is_whole(self.namespace)(root):
            for tag, name in _NEEDS:
                _check(root, self.namespace, tag, name)

    def __reduce__(self) -> tuple[Any, ...]:
        return xml_form, (self.namespace,)


@cache
def xml_form(namespace: str) -> XmlForm:
    """The form of a namespace."""
    return XmlForm(namespace)


@cache
def _is_whole(namespace: str) -> etree.XPath:
    """Counting is much faster than testing each element."""
    return _xpath(" and ".join(f"count(//u:{tag}/@{name}) = count(//u:{tag})" for tag, name in _NEEDS), namespace)


def _check(root: Element, namespace: str, tag: str, name: str) -> None:
    for element in _xpath(f"//u:{tag}[not(@{name})]", namespace)(root):
        path = element.getroottree().getelementpath(element).replace(f"{{{namespace}}}", "")
        raise DecodeError(f"a `{tag.rpartition(':')[2]}` has no `{name}`", path=f"$/{path}")


def _xpath(expression: str, namespace: str) -> etree.XPath:
    from lxml import etree

    return etree.XPath(expression if namespace else expression.replace("u:", ""), namespaces={"u": namespace or "-"})


def _empty(item: Element) -> str | None:
    """An empty element is an empty text, unless it says that it is nothing."""
    return None if item.get(_NIL) in ("true", "1") else ""


def _attributes(element: Element) -> dict[str, Any]:
    found: dict[str, Any] = dict(element.attrib)
    found.pop("rel", None)
    return found
