"""Parameters of an operation: steps of the address, the query, and headers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from ucwagen.model.types.api import Gives, Kind, Parameter, Place
from ucwagen.oas.addresses.endpoints import Endpoint, Served
from ucwagen.oas.addresses.routes import Route
from ucwagen.oas.operations.scene import Scene
from ucwagen.oas.samples.pick import Sample
from ucwagen.oas.schemas.values import value
from ucwagen.source.addresses import requested

Json = dict[str, Any]


def path_parameters(route: Route) -> list[Json]:
    """The variable steps of an address. Their values come from links."""
    return [
        {"name": row.name, "in": "path", "required": True, "schema": {"type": "string"}, "example": row.example}
        for row in route.parameters
    ]


def parameters(endpoint: Endpoint, sent: tuple[Sample, ...], scene: Scene) -> list[Json]:
    """All others: those of the reference, those of documented addresses, and conditional headers."""
    shown = dict(_shown(sent))
    found: dict[tuple[str, str], Json] = {}
    for (place, name), row in _documented(endpoint).items():
        due = all(_is_due(one, place, name) for one in endpoint.served)
        found[place.value, name] = _parameter(row, place, due, shown, scene)
    for name, text in shown.items():
        found.setdefault(("query", name.lower()), _of_the_address(name, text))
    for made in (*_conditions(endpoint, sent, scene), *_revision(endpoint, scene)):
        found.setdefault(("header", made["name"].lower()), made)
    return list(found.values())


def _shown(sent: tuple[Sample, ...]) -> Iterator[tuple[str, str]]:
    """The query of documented requests."""
    for one in sent:
        yield from parse_qsl(urlsplit(requested(one.message)).query)


def _documented(endpoint: Endpoint) -> dict[tuple[Place, str], Parameter]:
    """The parameters in query and headers, by place and name in small letters."""
    found: dict[tuple[Place, str], Parameter] = {}
    for one in endpoint.served:
        for row in one.operation.parameters:
            for place in row.places:
                if place is not Place.BODY:
                    found.setdefault((place, row.name.lower()), row)
    return found


def _is_due(one: Served, place: Place, name: str) -> bool:
    """Whether the operation demands a parameter in that place, and takes it in no other."""
    rows = (row for row in one.operation.parameters if row.name.lower() == name)
    return any(place in row.required_in and one.operation.place(row) is place for row in rows)


def _parameter(row: Parameter, place: Place, required: bool, shown: dict[str, str], scene: Scene) -> Json:
    made: Json = {"name": row.name, "in": place.value, "description": row.summary}
    made |= {"required": True} if required else {}
    made |= {"deprecated": True} if row.deprecated else {}
    made["schema"] = value(row.type, scene.names, due=required)
    if row.type.many and place is Place.QUERY:
        made |= {"style": "form", "explode": not row.comma}
    elif row.name in shown and not row.type.many and row.type.kind is Kind.STRING:
        made["example"] = shown[row.name]
    return made


def _of_the_address(name: str, text: str) -> Json:
    return {
        "name": name,
        "in": "query",
        "description": "Part of the address in links; the reference does not describe it.",
        "schema": {"type": "string"},
        "example": text,
    }


def _conditions(endpoint: Endpoint, sent: tuple[Sample, ...], scene: Scene) -> Iterator[Json]:
    """Entity tags: of a reading that may find nothing new, and of a change of what was read."""
    gives = {one.operation.returns.gives for one in endpoint.served}
    known = {name for one in sent for name in one.header}
    if endpoint.method == "GET" and gives & {Gives.STATE, Gives.CONTENT}:
        yield _header("If-None-Match", "The entity tag of the state that the client has.")
    if "if-match" in known or endpoint.method in ("PUT", "PATCH"):
        made = _header("If-Match", "The entity tag of the state that the client changes.")
        is_due = "if-match" in known or (endpoint.method == "PUT" and scene.has_entity_tags)
        yield made | ({"required": True} if is_due else {})


def _revision(endpoint: Endpoint, scene: Scene) -> Iterator[Json]:
    """The header that asks for a later revision, where the resource has one; without it a server has the first."""
    known = [one.resource.ref.revision for one in endpoint.served]
    first, latest = min(known), max(known)
    name = dict(scene.api.headers).get("minimum_version")
    if latest > 1 and name:
        made = _header(name, "The earliest revision of the resource that the client takes.")
        least = {"minimum": first} if first > 1 else {}
        yield made | {"schema": {"type": "number", **least, "maximum": latest}} | ({"required": True} if least else {})


def _header(name: str, description: str) -> Json:
    return {"name": name, "in": "header", "description": description, "schema": {"type": "string"}}
