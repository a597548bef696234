"""The floors: untyped parsing and reading, untyped writing, and text put together by hand."""

from __future__ import annotations

from collections.abc import Callable
from operator import itemgetter
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import msgspec
from data import NAMESPACE
from lxml import etree

PROPERTY, LIST, ITEM, LINK, RESOURCE = (
    f"{{{NAMESPACE}}}{name}" for name in ("property", "propertyList", "item", "link", "resource")
)
STRUCTURE = frozenset({"rel", "_links", "_embedded"})


def read_json(data: bytes, read: Callable[[dict[str, Any]], object]) -> None:
    """Decode untyped, then read each property from its dictionary by name."""
    read(msgspec.json.decode(data))


def dictionary_reader(sample: dict[str, Any]) -> Callable[[dict[str, Any]], object]:
    """Reads what a resource shaped like ``sample`` holds: its properties by name, and those of what it embeds."""
    names = [name for name in sample if name not in STRUCTURE]
    own = itemgetter(*names) if names else len
    data = [rel for rel, link in sample.get("_links", {}).items() if str(link).find("'data:") >= 0]
    inside = [(rel, dictionary_reader(_first(value))) for rel, value in sample.get("_embedded", {}).items()]

    def read(node: dict[str, Any]) -> None:
        own(node)
        for rel in data:
            node["_links"][rel]["href"]
        for rel, inner in inside:
            value = node["_embedded"][rel]
            for child in value if value.__class__ is list else (value,):
                inner(child)

    return read


def _first(value: Any) -> dict[str, Any]:
    return value[0] if isinstance(value, list) else value


def read_xml(data: bytes) -> None:
    """Parse to a tree, then read name and text of each property, resource by resource."""
    _read_element(etree.fromstring(data))


def _read_element(node: Any) -> None:
    found = {}
    for child in node.iterchildren(PROPERTY, LIST):
        if child.tag == PROPERTY:
            found[child.get("name")] = child.text
        else:
            found[child.get("name")] = [item.text for item in child.iterchildren(ITEM)]
    for child in node.iterchildren(RESOURCE):
        _read_element(child)


def scan_xml(data: bytes) -> None:
    """Parse to a tree, then read name and text of every property in one pass, without regard to its resource."""
    for child in etree.fromstring(data).iter(PROPERTY, ITEM):
        child.get("name"), child.text


def write_json(tree: Any) -> bytes:
    """Encode an untyped tree."""
    return msgspec.json.encode(tree)


def write_xml(node: dict[str, Any]) -> bytes:
    """The document put together by hand from an untyped tree, with escaping where it is needed."""
    parts = ['<?xml version="1.0" encoding="utf-8"?>']
    _write(parts, node, node["rel"], f" xmlns={quoteattr(NAMESPACE)}")
    return "".join(parts).encode()


def convert_json(data: bytes) -> bytes:
    """Decode untyped, and put the document together by hand."""
    return write_xml(msgspec.json.decode(data))


def _write(parts: list[str], node: dict[str, Any], key: str, more: str) -> None:
    links = node.get("_links", {})
    parts.append(f"<resource rel={quoteattr(key)} href={quoteattr(links['self']['href'])}{more}>")
    for rel, value in links.items():
        if rel != "self":
            for link in value if value.__class__ is list else (value,):
                parts.append(f"<link rel={quoteattr(rel)} href={quoteattr(link['href'])}/>")
    for name, value in node.items():
        if name in ("_links", "_embedded"):
            continue
        if value.__class__ is list:
            items = "".join([f"<item>{escape(item)}</item>" for item in value])
            parts.append(f"<propertyList name={quoteattr(name)}>{items}</propertyList>")
        else:
            text = value if value.__class__ is str else str(value)
            parts.append(f"<property name={quoteattr(name)}>{escape(text)}</property>")
    for rel, value in node.get("_embedded", {}).items():
        for child in value if value.__class__ is list else (value,):
            _write(parts, child, rel, "")
    parts.append("</resource>")
