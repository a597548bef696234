"""One operation of the document, from what the resources at its address have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ucwagen.model.types.api import ResourceRef
from ucwagen.oas.addresses.endpoints import Endpoint
from ucwagen.oas.operations.bodies import body
from ucwagen.oas.operations.parameters import parameters
from ucwagen.oas.operations.responses import responses
from ucwagen.oas.operations.scene import Scene
from ucwagen.oas.operations.security import BEARER
from ucwagen.oas.samples.pick import samples
from ucwagen.oas.text.prose import bullets, paragraphs, reasons

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Made:
    """An operation, and the schemas that it alone has."""

    operation: Json
    schemas: Json


def operation(endpoint: Endpoint, input_name: str, tag: str, scene: Scene) -> Made:
    """The operation with all its parts."""
    sent = samples(endpoint, scene.examples, "request")
    got = samples(endpoint, scene.examples, "response")
    request, schemas = body(endpoint, input_name, sent, scene)
    first = endpoint.first
    address = first.resource.ref.address
    found: Json = {
        "operationId": endpoint.id,
        "tags": [tag],
        "summary": _title(first.operation.summary),
        "description": _description(endpoint),
        **({"externalDocs": {"url": address}} if address else {}),
        "parameters": parameters(endpoint, sent, scene),
        **({"requestBody": request} if request else {}),
        "responses": responses(endpoint, got, scene),
        **dict(_security(endpoint, scene)),
        **({"deprecated": True} if _is_deprecated(endpoint) else {}),
        "x-resources": [dict(_about(one.resource.ref)) for one in endpoint.served],
    }
    if not endpoint.route.shown:
        found["x-address"] = "No documented message shows the address; it is in links."
    return Made(found, schemas)


def _title(text: str) -> str:
    return text.strip().rstrip(".")


def _description(endpoint: Endpoint) -> str:
    first = endpoint.first
    others = [(_named(one.resource.ref), one.operation.summary) for one in endpoint.served]
    several = f"Resources with this address:\n\n{bullets(others)}" if len(others) > 1 else ""
    late = reasons(row for one in endpoint.served for row in one.operation.reasons)
    return paragraphs((first.operation.summary, first.resource.ref.summary, several, late))


def _named(ref: ResourceRef) -> str:
    return f"{ref.rel}, revision {ref.revision}" if ref.revision > 1 else ref.rel


def _about(ref: ResourceRef) -> Iterator[tuple[str, str | int]]:
    yield "rel", ref.rel
    if ref.revision > 1:
        yield "revision", ref.revision
    if ref.address:
        yield "url", ref.address


def _security(endpoint: Endpoint, scene: Scene) -> Iterator[tuple[str, list[Json]]]:
    """The permissions that an operation needs. The way to the application may be open to all."""
    if scene.api.sign_in is None:
        return
    scopes = sorted({scope for one in endpoint.served for scope in one.resource.scopes})
    yield "security", [*([{}] if not scopes and _is_open(endpoint, scene) else []), {BEARER: scopes}]


def _is_open(endpoint: Endpoint, scene: Scene) -> bool:
    """Whether the reference names no permission outside of an application, as it does elsewhere; or it is the entry."""
    if any(one.resource.ref == scene.api.entry.resource for one in endpoint.served):
        return True
    known = any(resource.scopes for resource in scene.api.resources)
    return known and not endpoint.route.parameters


def _is_deprecated(endpoint: Endpoint) -> bool:
    return all(one.operation.deprecated or one.resource.ref.deprecated for one in endpoint.served)
