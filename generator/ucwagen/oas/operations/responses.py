"""Responses: by status what an operation gives back, in JSON and XML, with headers, links and examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from http import HTTPStatus
from typing import Any

from ucwagen.model.types.api import Gives, Returns
from ucwagen.oas.addresses.endpoints import Endpoint
from ucwagen.oas.operations.links import location_links, state_links
from ucwagen.oas.operations.refusals import phrase, refusals
from ucwagen.oas.operations.scene import Scene
from ucwagen.oas.samples.pick import Sample, as_examples, events
from ucwagen.oas.schemas.variants import one_of, owners
from ucwagen.oas.text.names import EVENTS, XML_EVENTS, XML_RESOURCE, schema_ref

Json = dict[str, Any]
USUAL = {Gives.LOCATION: 201, Gives.NOTHING: 204}
"""The status of an operation that no documented message shows; 200 for the others."""
_NO_CONTENT = (204, 304)
_ANY: Json = {"type": "object", "additionalProperties": True}
"""A document that is no resource."""


def responses(endpoint: Endpoint, got: tuple[Sample, ...], scene: Scene) -> Json:
    """Every response, the successful ones first."""
    found: Json = {}
    for status in sorted(_statuses(endpoint, got)):
        found[str(status)] = _success(status, endpoint, [one for one in got if one.status == status], scene)
    if _is_conditional(endpoint):
        found["304"] = {"description": "The client has the state that the entity tag names.", "headers": _etag()}
    return found | {status: row for status, row in refusals(endpoint, scene).items() if status not in found}


def _statuses(endpoint: Endpoint, got: Iterable[Sample]) -> set[int]:
    """Those of documented responses; the usual one of a resource without any."""
    shown = {one.page: one.status for one in got}
    gives = {one.resource.ref.page: one.operation.returns.gives for one in endpoint.served}
    return {one.status for one in got} | {USUAL.get(row, 200) for page, row in gives.items() if page not in shown}


def _success(status: int, endpoint: Endpoint, got: list[Sample], scene: Scene) -> Json:
    """The response of one status: with a body where messages show one, or where there is none to show it."""
    returns = [one.operation.returns for one in endpoint.served]
    has_body = status not in _NO_CONTENT and (any(one.message.body.strip() for one in got) or not got)
    content = _content(returns, got, scene) if has_body else {}
    headers = dict(_headers(endpoint, got, status))
    links = state_links(endpoint, scene) if content else {}
    if status == HTTPStatus.CREATED:
        links |= location_links(endpoint, scene)
    parts = {"headers": headers, "content": content, "links": links}
    return {"description": f"{phrase(status)}."} | {name: part for name, part in parts.items() if part}


def _content(returns: list[Returns], got: list[Sample], scene: Scene) -> Json:
    """By media type the schema and the documented messages."""
    kinds = {row.gives for row in returns}
    if Gives.CONTENT in kinds:
        media = dict.fromkeys(row.media_type for row in returns if row.media_type)
        return {str(kind): _media({"type": "string"}, as_examples(got, text=True)) for kind in media}
    if Gives.EVENTS in kinds:
        return _both(schema_ref(EVENTS), schema_ref(XML_EVENTS), [*got, *events(scene.examples)], scene)
    if Gives.STATE in kinds:
        refs = owners(row.resource for row in returns if row.resource and row.gives is Gives.STATE)
        return _both(one_of(refs, scene.rels, scene.names), schema_ref(XML_RESOURCE), got, scene)
    shown = any(one.message.body.strip() for one in got)
    if Gives.DOCUMENT in kinds or shown:
        return _both(_ANY, _ANY, got, scene)
    return {}


def _both(schema: Json, xml: Json, got: list[Sample], scene: Scene) -> Json:
    """The form in JSON, and in XML where the API has it."""
    forms = {"json": (scene.api.json_types[:1], schema)}
    if scene.has_xml:
        forms["xml"] = (scene.api.xml_types[:1], xml)
    return {
        kind: _media(row, as_examples(one for one in got if one.example.format == form))
        for form, (kinds, row) in forms.items()
        for kind in kinds
    }


def _media(schema: Json, examples: Json) -> Json:
    return {"schema": schema, **({"examples": examples} if examples else {})}


def _headers(endpoint: Endpoint, got: Iterable[Sample], status: int) -> Iterator[tuple[str, Json]]:
    shown = {name for one in got for name in one.header}
    gives = {one.operation.returns.gives for one in endpoint.served}
    if "location" in shown or (status == 201 and Gives.LOCATION in gives):
        text = "The address of the resource that was made."
        yield "Location", {"description": text, "schema": {"type": "string", "format": "uri-reference"}}
    if "etag" in shown or _is_conditional(endpoint):
        yield from _etag().items()


def _etag() -> Json:
    return {"ETag": {"description": "The entity tag of the state.", "schema": {"type": "string"}}}


def _is_conditional(endpoint: Endpoint) -> bool:
    gives = {one.operation.returns.gives for one in endpoint.served}
    return endpoint.method == "GET" and bool(gives & {Gives.STATE, Gives.CONTENT})
