"""How a state finds its way in an XML element."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from .errors import DecodeError
from .typed import TYPE_CHECKING, Any
from .xml import parse
from .xmlwrite import HEAD

if TYPE_CHECKING:
    from .xml import Element

_NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"


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
        found = [_attributes(link) for link in source.iterchildren(self.link) if link.get("rel") == rel]
        if rel == "self" and source.get("href") is not None:
            found.append(_attributes(source))
        return found

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

    def check(self, root: Element) -> None:
        """Refuse links that lead nowhere."""
        if not _all_lead(self.namespace)(root):
            link = next(link for link in root.iter(self.link) if link.get("href") is None)
            path = root.getroottree().getelementpath(link).replace(f"{{{self.namespace}}}", "")
            raise DecodeError(f"the link `{link.get('rel')}` has no `href`", path=f"$/{path}")

    def __reduce__(self) -> tuple[Any, ...]:
        return xml_form, (self.namespace,)


@cache
def xml_form(namespace: str) -> XmlForm:
    """The form of a namespace."""
    return XmlForm(namespace)


@cache
def _all_lead(namespace: str) -> Any:
    """Whether every link has an address: counting is much faster than looking at each."""
    links = "/descendant::u:link"
    return _xpath(f"count({links}/@href) = count({links})", namespace)


@cache
def _by_rel(namespace: str, tag: str) -> Any:
    """The children of one name and rel."""
    return _xpath(f"u:{tag}[@rel = $rel]", namespace)


def _xpath(expression: str, namespace: str) -> Any:
    from lxml import etree

    return etree.XPath(expression if namespace else expression.replace("u:", ""), namespaces={"u": namespace or "-"})


def _empty(item: Element) -> str | None:
    """An empty element is an empty text, unless it says that it is nothing."""
    return None if item.get(_NIL) in ("true", "1") else ""


def _attributes(element: Element) -> dict[str, Any]:
    found: dict[str, Any] = dict(element.attrib)
    found.pop("rel", None)
    return found
