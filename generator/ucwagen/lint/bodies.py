"""The body of a message comes in; its resources go out alike from JSON and XML: values, and what is embedded.

A body that does not parse goes out as the reason, with the place where the parser stopped.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

from ucwagen.source.depth import TOO_DEEP, load_json, too_deep

OWN_KEYS = ("_links", "_embedded")
DATA = "data:"


class UnreadableError(Exception):
    """A body is no text of its format. ``line`` counts from 1 within the body."""

    def __init__(self, reason: str, line: int = 1, column: int = 1) -> None:
        super().__init__(reason)
        self.reason, self.line, self.column = reason, line, column


@dataclass(frozen=True, slots=True)
class Content:
    """One resource, or the input of a request: values by name, and the embedded resources with their keys.

    A link whose address holds data is a value, as this address.
    """

    rel: str | None
    values: Mapping[str, Any]
    embedded: tuple[tuple[str, Content], ...] = field(default=())


def parse(text: str, format_: str) -> Any:
    """The JSON value or the root element of a body. Raises ``UnreadableError``."""
    return _json(text) if format_ == "json" else _xml(text)


def content_of(tree: Any) -> Content:
    """The resource or the input that a JSON object or an XML root is."""
    return _of_json(tree) if isinstance(tree, Mapping) else _of_xml(tree)


def bodies_of_events(tree: Any) -> Iterator[tuple[str, Content]]:
    """The embedded resources of all events of the channel, with their keys."""
    for sender in _items(tree.get("sender")):
        for event in _items(sender.get("events")):
            yield from _of_json(event).embedded


def _json(text: str) -> Any:
    try:
        return load_json(text)
    except json.JSONDecodeError as fault:
        raise UnreadableError(f"is no JSON: {fault.msg}", fault.lineno, fault.colno) from None
    except ValueError as fault:
        raise UnreadableError(f"is no JSON: {fault}") from None


def _xml(text: str) -> ElementTree.Element:
    if too_deep(text, "xml") is not None:
        raise UnreadableError(f"is no XML: {TOO_DEEP}")
    try:
        return ElementTree.fromstring(text)
    except ElementTree.ParseError as fault:
        line, column = fault.position
        reason = str(fault).partition(": line")[0]
        raise UnreadableError(f"is no XML: {reason}", line, column + 1) from None
    except ValueError as fault:
        raise UnreadableError(f"is no XML: {fault}") from None


def _of_json(tree: Mapping[str, Any]) -> Content:
    inner = tree.get("_embedded")
    embedded = [(key, _of_json(item)) for key, found in _entries(inner) for item in _items(found)]
    rel = tree.get("rel")
    values = {name: value for name, value in tree.items() if name not in OWN_KEYS}
    for name, found in _entries(tree.get("_links")):
        data = [item["href"] for item in _items(found) if str(item.get("href")).startswith(DATA)]
        values |= {name: data if isinstance(found, list) else data[0]} if data else {}
    return Content(rel if isinstance(rel, str) else None, values, tuple(embedded))


def _of_xml(tree: ElementTree.Element) -> Content:
    values: dict[str, Any] = {}
    embedded: list[tuple[str, Content]] = []
    for child in tree:
        name, kind = child.get("name"), child.tag.rpartition("}")[2]
        if kind == "property" and name:
            values[name] = child.text or ""
        elif kind == "propertyList" and name:
            values[name] = [item.text or "" for item in child]
        elif kind == "link" and (href := child.get("href", "")).startswith(DATA):
            values[child.get("rel", "")] = href
        elif kind != "link" and (rel := child.get("rel")):
            embedded.append((rel, _of_xml(child)))
    return Content(tree.get("rel"), values, tuple(embedded))


def _entries(thing: Any) -> Iterator[tuple[str, Any]]:
    return iter(thing.items() if isinstance(thing, Mapping) else ())


def _items(thing: Any) -> Iterator[Mapping[str, Any]]:
    return (item for item in (thing if isinstance(thing, list) else [thing]) if isinstance(item, Mapping))
