"""pydantic-xml: models of the XML vocabulary."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from data import NAMESPACE
from pydantic_xml import BaseXmlModel, attr, element

NAMES = {"": NAMESPACE}


class Property(BaseXmlModel, tag="property", nsmap=NAMES):
    name: str = attr()
    value: str = ""


class PropertyList(BaseXmlModel, tag="propertyList", nsmap=NAMES):
    name: str = attr()
    item: list[str] = element(tag="item", default_factory=list)


class Link(BaseXmlModel, tag="link", nsmap=NAMES):
    rel: str = attr()
    href: str = attr()


class Resource(BaseXmlModel, tag="resource", nsmap=NAMES, search_mode="unordered"):
    rel: str = attr()
    href: str = attr()
    link: list[Link] = element(tag="link", default_factory=list)
    properties: list[Property] = element(tag="property", default_factory=list)
    lists: list[PropertyList] = element(tag="propertyList", default_factory=list)
    resource: list[Resource] = element(tag="resource", default_factory=list)


def runs(as_xml: bytes) -> tuple[Callable[[], Any], Callable[[], Any]]:
    """Reading and writing."""
    found = Resource.from_xml(as_xml)
    return lambda: Resource.from_xml(as_xml), found.to_xml
