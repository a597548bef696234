"""Request bodies: parameters in JSON and XML, or content of a media type."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from ucwagen.model.types.api import Kind, Parameter, Place
from ucwagen.oas.addresses.endpoints import Endpoint, Served
from ucwagen.oas.operations.scene import Scene
from ucwagen.oas.samples.pick import Sample, as_examples
from ucwagen.oas.schemas.values import described
from ucwagen.oas.text.names import DATA_LINK, XML_INPUT, XML_RESOURCE, schema_ref
from ucwagen.oas.text.prose import paragraphs

Json = dict[str, Any]
_ROOT = re.compile(r"<(\w+)[\s>]")
"""The first element of an XML document."""
Row = tuple[Served, Parameter]


def body(endpoint: Endpoint, name: str, sent: tuple[Sample, ...], scene: Scene) -> tuple[Json, Json]:
    """The request body, and the schema of its parameters by ``name``; both are empty where the operation has none."""
    content = tuple(dict.fromkeys(kind for one in endpoint.served for kind in one.operation.content))
    if content:
        return _of_content(content, sent), {}
    taking = [one for one in endpoint.served if one.operation.takes_input]
    rows = [(one, row) for one in taking for row in one.operation.parameters if Place.BODY in row.places]
    if not rows:
        return {}, {}
    made = _schema(rows, len(taking), scene)
    media = {kind: _media(schema_ref(name), sent, "json") for kind in scene.api.json_types[:1]}
    if scene.has_xml:
        root = _xml(endpoint, sent, scene.api.xml.input if scene.api.xml else "")
        media |= {kind: _media(root, sent, "xml") for kind in scene.api.xml_types[:1]}
    return {"required": _is_due(rows, len(taking)), "content": media}, {name: made}


def _xml(endpoint: Endpoint, sent: Iterable[Sample], element: str) -> Json:
    """The root of documented requests; where there are none, a PUT has the whole resource."""
    shown = [_ROOT.search(one.message.body) for one in sent if one.example.format == "xml"]
    roots = {found[1] for found in shown if found}
    is_whole = endpoint.method == "PUT" and endpoint.first.resource.ref.owner.has_state
    schemas = {XML_INPUT: element in roots, XML_RESOURCE: bool(roots - {element})}
    known = [schema_ref(name) for name, is_shown in schemas.items() if is_shown]
    if len(known) > 1:
        return {"anyOf": known}
    return known[0] if known else schema_ref(XML_RESOURCE if is_whole else XML_INPUT)


def _is_due(rows: list[Row], operations: int) -> bool:
    """Whether a demanded parameter can travel in the body alone."""
    alone = {row.name for _, row in rows if row.places == (Place.BODY,)}
    by_name = {name: [pair for pair in rows if pair[1].name == name] for name in sorted(alone)}
    return any(_is_demanded(found, operations) for found in by_name.values())


def _media(schema: Json, sent: Iterable[Sample], form: str) -> Json:
    found = as_examples(one for one in sent if one.example.format == form)
    return {"schema": schema, **({"examples": found} if found else {})}


def _of_content(kinds: tuple[str, ...], sent: tuple[Sample, ...]) -> Json:
    """Content as it is; the documented message has the first of the media types that fit it."""
    media: Json = {}
    for kind in kinds:
        fitting = (one for one in sent if one.header.get("content-type", "").partition(";")[0].strip() == kind)
        found = as_examples(fitting, text=True)
        media[kind] = {"schema": {"type": "string"}, **({"examples": found} if found else {})}
    return {"required": True, "content": media}


def _schema(rows: list[Row], operations: int, scene: Scene) -> Json:
    """All parameters of the resources at an address. Required is what each of them demands."""
    by_name: dict[str, list[Row]] = {}
    for one, row in rows:
        by_name.setdefault(row.name, []).append((one, row))
    links = {name: found for name, found in by_name.items() if found[0][1].type.kind is Kind.DATA}
    required = [name for name, found in by_name.items() if _is_demanded(found, operations)]
    members: Json = {
        name: _member(found[0], scene, due=name in required) for name, found in by_name.items() if name not in links
    }
    if links:
        due = [name for name in required if name in links]
        held = {name: schema_ref(DATA_LINK) | {"description": found[0][1].summary} for name, found in links.items()}
        members["_links"] = {"type": "object", "properties": held} | ({"required": due} if due else {})
        required = [*(name for name in required if name not in links), *(["_links"] if due else [])]
    return {"type": "object", "properties": members, **({"required": required} if required else {})}


def _is_demanded(found: list[Row], operations: int) -> bool:
    demanded = (one.operation.demands(row) and one.operation.method != "PUT" for one, row in found)
    return len(found) == operations and all(demanded)


def _member(found: Row, scene: Scene, *, due: bool) -> Json:
    one, row = found
    revision = one.resource.ref.revision
    since = f"From revision {revision} on." if revision > 1 else ""
    text = paragraphs((row.summary, since, *_made(row)))
    return described(row.type, text, scene.names, deprecated=row.deprecated, due=due)


def _made(row: Parameter) -> Iterator[str]:
    if row.is_minted:
        yield "A new value for each request, which the client makes."
