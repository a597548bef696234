"""Turns the linked model, as ``ucwagen model`` prints it, into an OpenAPI document of the same API.

Other generators are measured with it: it has the same resources, parameters, enumerations, errors and sentences.
"""

from __future__ import annotations

import json
import sys
from typing import Any

Json = dict[str, Any]
TYPES = {"string": "string", "boolean": "boolean", "integer": "integer", "number": "number"}


def document(model: Json) -> Json:
    """The whole API."""
    resources = model["resources"]
    states = {name: _state(name, row) for name, row in resources.items() if row["has_state"]}
    enums = {name: {"type": "string", "enum": list(members)} for name, members in model["enums"].items()}
    return {
        "openapi": "3.0.3",
        "info": {"title": "ucwa2", "version": model["package"]["version"]},
        "paths": {f"/{name}": _path(name, row, states) for name, row in resources.items() if row["operations"]},
        "components": {"schemas": {**enums, **_SHARED, **states}},
    }


_SHARED: Json = {
    "Link": {
        "type": "object",
        "properties": {"href": {"type": "string"}, "title": {"type": "string"}},
        "required": ["href"],
    },
    "Reason": {
        "type": "object",
        "properties": {name: {"type": "string"} for name in ("code", "subcode", "message")},
        "required": ["code"],
    },
}


def _ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def _name(page: str) -> str:
    return f"{page[0].upper()}{page[1:]}Resource"


def _state(name: str, row: Json) -> Json:
    """A representation, with its links and what it embeds."""
    links = {rel: _many(_ref("Link"), link["many"]) for rel, link in row["links"].items()}
    members = {member: _type(facts) for member, facts in row["properties"].items()}
    members["_links"] = {"type": "object", "properties": links}
    return {"title": _name(name), "type": "object", "description": row["summary"], "properties": members}


def _type(facts: Json) -> Json:
    kind = facts["type"]
    base = {"type": TYPES[kind]} if kind in TYPES else _ref(kind) if kind[0].isupper() else {"type": "string"}
    if kind == "datetime":
        base = {"type": "string", "format": "date-time"}
    return _many(base, facts["many"])


def _many(item: Json, many: bool) -> Json:
    return {"type": "array", "items": item} if many else item


def _path(name: str, row: Json, states: Json) -> Json:
    return {method.lower(): _operation(name, method, facts, states) for method, facts in row["operations"].items()}


def _operation(name: str, method: str, facts: Json, states: Json) -> Json:
    query = [
        {"name": key, "in": "query", "required": row["required"], "schema": _type(row)}
        for key, row in facts["query"].items()
    ]
    found: Json = {
        "operationId": f"{method.lower()}_{name}",
        "tags": [name],
        "summary": facts["summary"],
        "parameters": query,
        "responses": _responses(facts, states),
    }
    if facts["body"]:
        schema: Json = {"type": "object", "properties": {key: _type(row) for key, row in facts["body"].items()}}
        required = [key for key, row in facts["body"].items() if row["required"]]
        schema |= {"title": f"{method}{name}Input", **({"required": required} if required else {})}
        found["requestBody"] = {"required": True, "content": {"application/json": {"schema": schema}}}
    return found


def _responses(facts: Json, states: Json) -> Json:
    given = facts["returns"]
    content = {"application/json": {"schema": _ref(given)}}
    known = {"200": {"description": "OK", "content": content}} if given in states else {"204": {"description": "Done"}}
    refused = {"description": "Refused", "content": {"application/json": {"schema": _ref("Reason")}}}
    return known | {str(row["code"]): refused for row in facts["errors"]}


if __name__ == "__main__":
    json.dump(document(json.load(sys.stdin)), sys.stdout, indent=1)
