"""The whole document: paths, components, and what the API is. Dictionaries, lists, strings, numbers and None only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ucwagen.model.types.api import Api, Gives, ResourceRef
from ucwagen.oas.about.info import info, servers
from ucwagen.oas.about.tags import described, tags
from ucwagen.oas.addresses.endpoints import Endpoint, endpoints
from ucwagen.oas.addresses.routes import Examples, routes
from ucwagen.oas.operations.operation import operation
from ucwagen.oas.operations.parameters import path_parameters
from ucwagen.oas.operations.refusals import shared
from ucwagen.oas.operations.scene import Scene, scene
from ucwagen.oas.operations.security import BEARER, security_schemes
from ucwagen.oas.schemas.enumerations import enumeration
from ucwagen.oas.schemas.errors import error
from ucwagen.oas.schemas.events import event_page
from ucwagen.oas.schemas.states import SHARED, state
from ucwagen.oas.schemas.variants import are_told_apart, owners
from ucwagen.oas.schemas.xml import xml_schemas
from ucwagen.oas.text.names import ERROR, EVENTS, names, pascal

Json = dict[str, Any]
VERSION = "3.1.1"
DIALECT = "https://spec.openapis.org/oas/3.1/dialect/base"


def document(api: Api, examples: Examples, *, server: str | None = None, notice: str = "") -> Json:
    """The OpenAPI document of an API and its documented messages. ``notice`` credits the authors of the messages."""
    rows = endpoints(api, routes(api, examples))
    setting = scene(api, names(api), examples, rows)
    tagged = tags(rows, api)
    paths: Json = {}
    schemas: Json = {}
    for row in rows:
        made = operation(row, f"{pascal(row.id)}Input", tagged[row.id], setting)
        item = paths.setdefault(row.route.path, {"parameters": path_parameters(row.route)})
        item[row.method.lower()] = made.operation
        schemas |= made.schemas
    return {
        "openapi": VERSION,
        "jsonSchemaDialect": DIALECT,
        "info": info(api, notice),
        "servers": servers(server, examples),
        **({"security": [{BEARER: []}]} if api.sign_in else {}),
        "tags": described(tagged.values(), api),
        "paths": paths,
        **dict(_without_address(rows, api)),
        "components": {
            "schemas": dict(sorted({**_schemas(setting, rows), **schemas}.items())),
            "responses": shared(api),
            **({"securitySchemes": security_schemes(api.sign_in)} if api.sign_in else {}),
        },
    }


def _without_address(rows: tuple[Endpoint, ...], api: Api) -> Iterator[tuple[str, list[str]]]:
    """The operations that are not in the document, because no documented message shows where they are."""
    shown = {(one.resource.ref.page, row.method) for row in rows for one in row.served}
    operations = ((one.ref.page, one.ref.rel, row.method) for one in api.resources for row in one.operations)
    found = [f"{method} {rel}" for page, rel, method in operations if (page, method) not in shown]
    if found:
        yield "x-operations-without-address", found


def _schemas(setting: Scene, rows: tuple[Endpoint, ...]) -> Json:
    """The schemas that several operations share."""
    api, known = setting.api, setting.names
    told = {ref.page for refs in map(_states, rows) if are_told_apart(refs, setting.rels) for ref in refs}
    states = {
        known.states[page]: state(one, setting.rels[page], known, discriminated=page in told)
        for page, one in setting.resources.items()
        if page in known.states
    }
    enums = {known.enums[one.name]: enumeration(one) for one in api.enums}
    channel = {EVENTS: event_page(api)} if _has_events(api) else {}
    return {**states, **enums, **SHARED, **channel, ERROR: error(api), **xml_schemas(api, has_events=_has_events(api))}


def _states(row: Endpoint) -> tuple[ResourceRef, ...]:
    """The resources whose state an operation gives back."""
    given = (one.operation.returns for one in row.served)
    return owners(one.resource for one in given if one.resource is not None and one.gives is Gives.STATE)


def _has_events(api: Api) -> bool:
    return any(row.returns.gives is Gives.EVENTS for one in api.resources for row in one.operations)
