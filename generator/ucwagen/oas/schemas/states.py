"""Representations of resources: properties, and links and embedded resources as HAL has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ucwagen.model.types.api import Kind, Property, Relation, Resource
from ucwagen.oas.schemas.values import described
from ucwagen.oas.text.names import ANY_RESOURCE, DATA_LINK, LINK, Names, schema_ref
from ucwagen.oas.text.prose import paragraphs

Json = dict[str, Any]

SHARED: Json = {
    LINK: {
        "type": "object",
        "description": "A link: the address of a resource, which a client follows as it is.",
        "properties": {
            "href": {"type": "string", "format": "uri-reference", "description": "The address, relative or absolute."},
            "title": {"type": "string"},
            "revision": {
                "type": ["integer", "string"],
                "description": "The newest revision of the target that the server has.",
            },
        },
        "required": ["href"],
    },
    DATA_LINK: {
        "type": "object",
        "description": "A link that holds its content, as a `data:` URI.",
        "properties": {"href": {"type": "string", "pattern": "^data:"}},
        "required": ["href"],
    },
    ANY_RESOURCE: {
        "type": "object",
        "description": "A resource that has no page of its own.",
        "properties": {
            "rel": {"type": "string"},
            "_links": {"type": "object", "additionalProperties": True},
            "_embedded": {"type": "object", "additionalProperties": True},
        },
        "additionalProperties": True,
    },
}


def state(of: Resource, rels: tuple[str, ...], names: Names, *, discriminated: bool) -> Json:
    """The representation of a resource; ``rels`` are the names by which it calls itself, its own first."""
    plain = [row for row in of.properties if row.type.kind is not Kind.DATA]
    data = [row for row in of.properties if row.type.kind is Kind.DATA]
    members: Json = {row.name: _property(row, names) for row in plain}
    members["rel"] = {"type": "string", **({"const": rels[0]} if len(rels) == 1 else {"enum": list(rels)})}
    members["_links"] = _links(of.links, data, names)
    if of.embedded:
        rows = {row.rel: _embedded(row, names) for row in of.embedded}
        members["_embedded"] = {"type": "object", "properties": rows}
    return {
        "type": "object",
        "description": of.ref.summary,
        "properties": members,
        **({"required": ["rel"]} if discriminated else {}),
        **({"deprecated": True} if of.ref.deprecated else {}),
        **({"externalDocs": {"url": of.ref.address}} if of.ref.address else {}),
    }


def _property(row: Property, names: Names) -> Json:
    added = f"Since revision {row.since}." if row.since > 1 else ""
    return described(row.type, paragraphs((row.summary, added)), names, deprecated=row.deprecated)


def _links(rows: Iterable[Relation], data: Iterable[Property], names: Names) -> Json:
    """The links; a property that holds content travels among them."""
    members: dict[str, Json] = {row.name: _content(row, names) for row in data}
    for row in rows:
        link = _many(LINK, row.many)
        held = members.get(row.rel)
        members[row.rel] = {"anyOf": [held, link]} if held else link | _about(row)
    return {"type": "object", "properties": members}


def _content(row: Property, names: Names) -> Json:
    own = {"description": row.summary} | ({"deprecated": True} if row.deprecated else {})
    return _many(DATA_LINK, row.type.many) | own


def _embedded(row: Relation, names: Names) -> Json:
    has_state = row.target is not None and row.target.page and row.target.owner.page in names.states
    name = names.state(row.target) if row.target is not None and has_state else ANY_RESOURCE
    return _many(name, row.many) | _about(row)


def _about(row: Relation) -> Json:
    return {"description": row.summary} | ({"deprecated": True} if row.deprecated else {})


def _many(name: str, many: bool) -> Json:
    one: Json = dict(schema_ref(name))
    return {"type": "array", "items": one} if many else one


def rels(resources: Iterable[Resource]) -> Mapping[str, tuple[str, ...]]:
    """By page of a state, the names by which its representations call themselves: its rel, then the others."""
    found: dict[str, dict[str, None]] = {}
    for resource in resources:
        owner = resource.ref.owner
        row = found.setdefault(owner.page, {owner.rel: None})
        row.update(dict.fromkeys((*resource.ref.aliases, resource.ref.rel)))
    return {page: tuple(row) for page, row in found.items()}
