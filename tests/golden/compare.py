"""Equality of JSON values, of XML infosets without white space between elements, and of addresses."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from lxml import etree

TICKS = re.compile(r"/Date\((\d+)\)/")
ISO = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+Z")
SEVENTH = re.compile(r"(?<=T\d\d:\d\d:\d\d\.)(\d{6})\d")


def body(text: str | bytes, format: str) -> Any:
    """A body in a form in which equivalent bodies are equal."""
    data = text.encode() if isinstance(text, str) else text
    if not data.strip():
        return None
    return json.loads(data) if format == "json" else infoset(data)


def infoset(data: bytes) -> bytes:
    """Canonical XML, white space between elements left out."""
    parser = etree.XMLParser(remove_blank_text=True, resolve_entities=False)
    return etree.tostring(etree.fromstring(data, parser), method="c14n")


def members(data: str | bytes, format: str) -> Any:
    """An embedded resource in a form without an order of members: JSON has none, and embedding keeps none in XML."""
    return body(data, "json") if format == "json" else _unordered(etree.fromstring(data))


def _unordered(element: etree._Element) -> Any:
    children = [_unordered(child) for child in element]
    is_list = etree.QName(element).localname == "propertyList"
    text = (element.text or "").strip()
    return element.tag, sorted(element.items()), text, children if is_list else sorted(children)


def input(text: str | bytes, format: str, without: Collection[str] = ()) -> Any:
    """The members of a request body by name, some left out; times to the microsecond, as Python has them."""
    data = text.encode() if isinstance(text, str) else text
    if not data.strip():
        return None
    members = json.loads(data) if format == "json" else _members(data)
    return {name: _instant(value) for name, value in members.items() if name not in without} or None


def _instant(value: Any) -> Any:
    """A time in either of the ways in which JSON has it."""
    if not isinstance(value, str):
        return value
    if ticks := TICKS.fullmatch(value):
        return datetime.fromtimestamp(int(ticks[1]) / 1000, UTC)
    return datetime.fromisoformat(value) if ISO.fullmatch(value) else value


@dataclass(frozen=True)
class Outline:
    """The local name of the root of a document, and the names of its members in their order."""

    root: str
    members: list[str]


def outline(text: str | bytes) -> Outline:
    """The order and names of the members of an XML body."""
    root = etree.fromstring(text.encode() if isinstance(text, str) else text)
    return Outline(etree.QName(root).localname, [child.get("name") or child.get("rel") for child in root])


def _members(data: bytes) -> dict[str, Any]:
    root = etree.fromstring(data)
    return {child.get("name") or child.get("rel"): (child.tag, _content(child)) for child in root}


def _content(element: etree._Element) -> Any:
    text = SEVENTH.sub(r"\1", element.text or "").strip()
    return text, element.get("href"), [item.text for item in element]


def address(url: str, without: Collection[str] = ()) -> tuple[str, list[tuple[str, str]]]:
    """Path and parameters, which may come in any order; some left out."""
    split = urlsplit(url)
    return split.path, sorted(pair for pair in parse_qsl(split.query, keep_blank_values=True) if pair[0] not in without)


def host(url: str) -> str:
    """The Host header of a request, without the default port of the scheme."""
    split = urlsplit(url)
    return split.netloc.removesuffix({"https": ":443", "http": ":80"}.get(split.scheme, ""))


def tag(value: str) -> str:
    """An entity tag without the quotes that the samples leave out."""
    return value.strip('"')
