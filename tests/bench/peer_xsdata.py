"""xsdata: dataclasses of the XML vocabulary, as its generator makes them from a schema."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from data import NAMESPACE
from xsdata.formats.dataclass.context import XmlContext
from xsdata.formats.dataclass.parsers import XmlParser
from xsdata.formats.dataclass.serializers import XmlSerializer


@dataclass
class Property:
    name: str = field(metadata={"type": "Attribute"})
    value: str = field(default="", metadata={"type": "Text"})


@dataclass
class PropertyList:
    name: str = field(metadata={"type": "Attribute"})
    item: list[str] = field(default_factory=list, metadata={"type": "Element", "namespace": NAMESPACE})


@dataclass
class Link:
    rel: str = field(metadata={"type": "Attribute"})
    href: str = field(metadata={"type": "Attribute"})


@dataclass
class Resource:
    class Meta:
        name = "resource"
        namespace = NAMESPACE

    rel: str = field(metadata={"type": "Attribute"})
    href: str = field(metadata={"type": "Attribute"})
    link: list[Link] = field(default_factory=list, metadata={"type": "Element"})
    property_: list[Property] = field(default_factory=list, metadata={"type": "Element", "name": "property"})
    lists: list[PropertyList] = field(default_factory=list, metadata={"type": "Element", "name": "propertyList"})
    resource: list[Resource] = field(default_factory=list, metadata={"type": "Element"})


def runs(as_xml: bytes) -> tuple[Callable[[], Any], Callable[[], Any]]:
    """Reading and writing, with one context for all."""
    context = XmlContext()
    parser, serializer = XmlParser(context=context), XmlSerializer(context=context)
    found = parser.from_bytes(as_xml, Resource)
    return lambda: parser.from_bytes(as_xml, Resource), lambda: serializer.render(found, ns_map={None: NAMESPACE})
