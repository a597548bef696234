"""Compares a decoded state and its text with the linked model, and counts what was read.

Only the model defines what is documented: a member that the generator left out has no attribute, and fails here.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from lxml import etree
from tests.golden.corpus import Case, link_class, resources, spoken, state_class

from ucwa2 import enums
from ucwa2._runtime import DataLink, Link, State
from ucwa2.errors import DecodeError
from ucwagen.model.types.api import Kind, Property, Relation, ResourceRef, ValueType
from ucwagen.python.names import names

PROPERTIES, LINKS, EMBEDDED = "properties read", "links read", "embedded resources read"
TYPES: dict[Kind, tuple[type, ...]] = {
    Kind.STRING: (str,), Kind.BOOLEAN: (bool,), Kind.INTEGER: (int,), Kind.NUMBER: (float, int),
    Kind.DATETIME: (datetime,), Kind.TIMESPAN: (timedelta,), Kind.BYTES: (bytes,), Kind.DATA: (DataLink,),
}  # fmt: skip
OF_EVERY_STATE = {"rel", "etag"}
PASSED_BACK = "please pass this in a PUT request"
"""The value of the undocumented member that a PUT must send back unchanged."""


@dataclass(frozen=True)
class Told:
    """The specs of a state's members, by wire name."""

    properties: Mapping[str, Property]
    links: Mapping[str, Relation]
    embedded: Mapping[str, Relation]


@dataclass(frozen=True)
class Came:
    """The members of a resource in a message: values by name, numbers of links by rel, embedded resources by key."""

    properties: Mapping[str, Any]
    links: Mapping[str, int]
    embedded: Mapping[str, list[Any]]


@cache
def told(owner: str) -> Told:
    """The members on all pages of the state: its own page, its revisions and its other names."""
    others = [found for found in resources().values() if found.ref.owner.page == owner != found.ref.page]
    stated = [found.stated for found in (*others, resources()[owner])]
    return Told(
        {row.name: row for rows in stated for row in rows.properties},
        {row.rel: row for rows in stated for row in rows.links},
        {row.rel: row for rows in stated for row in rows.embedded},
    )


def came(source: Any) -> Came:
    """A resource of JSON as an object, of XML as an element."""
    return _of_json(source) if isinstance(source, dict) else _of_xml(source)


def parsed(case: Case) -> Any:
    """The body of a message."""
    body = case.message.body
    return json.loads(body) if case.example.format == "json" else etree.fromstring(body.encode())


def read(state: State, ref: ResourceRef, source: Any, case: Case, path: str = "$") -> Counter[str]:
    """Read every received member through its attribute; AssertionError names one without."""
    rows, there = told(ref.owner.page), came(source)
    data = {name for name, row in rows.properties.items() if row.type.kind is Kind.DATA}
    counts = Counter({LINKS: 0})
    assert type(state) is state_class(ref), path
    for name in there.properties.keys() | (there.links.keys() & data):
        if name in rows.properties:
            _property(state, rows.properties[name], case, f"{path}.{name}")
            counts[PROPERTIES] += 1
        else:
            assert name in OF_EVERY_STATE or there.properties[name] == PASSED_BACK, f"{path}.{name} is on no page"
    for rel in there.links.keys() - data:
        _links(state, rows.links, rel, there.links[rel], path)
        counts[LINKS] += there.links[rel]
    for rel, sources in there.embedded.items():
        counts += _embedded(state, rows.embedded, rel, sources, case, path)
    return counts


def _property(state: State, row: Property, case: Case, path: str) -> None:
    name = spoken().styles.snake(row.name, names.STATE)
    assert getattr(type(state), name).name == row.name, path
    try:
        value = getattr(state, name)
    except DecodeError:
        assert case.is_placeholder(path), f"{path} cannot be read"
        return
    assert isinstance(value, tuple) or not row.type.many, path
    for item in value if row.type.many else (value,):
        assert type(item) in _types(row.type) or (type(item) is str and case.is_placeholder(path)), f"{path}: {item!r}"


def _types(type: ValueType) -> tuple[type, ...]:
    return (getattr(enums, spoken().enums[type.enum.name]),) if type.enum else TYPES[type.kind]


def _links(state: State, rows: Mapping[str, Relation], rel: str, number: int, path: str) -> None:
    assert rel in rows, f"{path}: the link `{rel}` is on no page"
    row, name = rows[rel], spoken().styles.snake(rel, names.LINKS)
    found = getattr(state.links, name)
    assert getattr(type(state.links), name).rel == rel, path
    assert len(found) == number if row.many else number == 1, f"{path}: {number} links `{rel}`"
    for link in found if row.many else (found,):
        assert type(link) is (link_class(row.target) if row.target else Link), f"{path}: {link!r}"


def _embedded(
    state: State, rows: Mapping[str, Relation], rel: str, sources: list[Any], case: Case, path: str
) -> Counter[str]:
    assert rel in rows, f"{path}: the resource `{rel}` in it is on no page"
    row, name = rows[rel], spoken().styles.snake(rel, names.EMBEDDED)
    found = getattr(state.embedded, name)
    assert getattr(type(state.embedded), name).rel == rel, path
    children = found if row.many else (found,)
    counts = Counter({EMBEDDED: len(sources)})
    for child, source in zip(children, sources, strict=True):
        counts += read(child, row.target, source, case, f"{path}._embedded.{rel}")
    return counts


def _of_json(source: dict[str, Any]) -> Came:
    links, embedded = source.get("_links") or {}, source.get("_embedded") or {}
    return Came(
        {name: value for name, value in source.items() if name not in ("_links", "_embedded")},
        {rel: len(found) if isinstance(found, list) else 1 for rel, found in links.items()},
        {rel: found if isinstance(found, list) else [found] for rel, found in embedded.items()},
    )


def _of_xml(source: etree._Element) -> Came:
    inner: dict[str, list[Any]] = {}
    for child in source.iterchildren("{*}resource"):
        inner.setdefault(child.get("rel"), []).append(child)
    own = ["self"] if source.get("href") is not None else []
    return Came(
        {item.get("name"): item.text for item in source.iterchildren("{*}property", "{*}propertyList")},
        Counter(own + [link.get("rel") for link in source.iterchildren("{*}link")]),
        inner,
    )
