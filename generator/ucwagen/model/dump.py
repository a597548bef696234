"""The linked model as plain data, for ``ucwagen model``: what each page states, with names instead of objects."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ucwagen.model.resources.revisions import type_word
from ucwagen.model.types.api import (
    Api,
    Fill,
    Gives,
    Operation,
    Parameter,
    Place,
    Relation,
    Resource,
    Returns,
    Shortcut,
    SignIn,
    TokenService,
    ValueType,
)


def dump(api: Api) -> dict[str, Any]:
    """Dictionaries, lists, strings, numbers and None only."""
    return {
        "package": {"name": api.package.name, "distribution": api.package.distribution, "version": api.package.version},
        "editions": list(api.editions),
        "entry": {"path": api.entry.path, "resource": api.entry.resource.page if api.entry.resource else None},
        "discovery": list(api.discovery),
        "sign_in": _sign_in(api.sign_in),
        "lost": api.lost,
        "time_spans": api.time_spans,
        "operation_id": api.operation_id,
        "roles": {role: ref.page for role, ref in api.roles},
        "resources": {resource.ref.page: _resource(resource) for resource in api.resources},
        "enums": {enum.name: {row.name: {"deprecated": row.deprecated} for row in enum.members} for enum in api.enums},
        "errors": {kind.name: {"code": kind.code, "alias_of": kind.alias_of} for kind in api.errors},
    }


def _sign_in(sign_in: SignIn | None) -> dict[str, Any] | None:
    if sign_in is None:
        return None
    expired = sign_in.expired
    return {
        "grants": list(sign_in.grants),
        "own_grants": [grant.name for grant in sign_in.own_grants],
        "service": _service(sign_in.service),
        "expired": {"status": expired.status, "header": expired.header, "code": expired.code} if expired else None,
    }


def _service(service: TokenService | None) -> dict[str, Any] | None:
    if service is None:
        return None
    words = {"scheme": service.scheme, "address": service.address, "offers": service.offers}
    return {**words, "types": dict(service.types), "passive_address": service.passive_address}


def _resource(resource: Resource) -> dict[str, Any]:
    ref = resource.ref
    return {
        "rel": ref.rel,
        "address": ref.address,
        "summary": ref.summary,
        "revision": ref.revision,
        "revises": ref.revises.page if ref.revises else None,
        "represents": ref.represents.page if ref.represents else None,
        "aliases": list(ref.aliases),
        "has_state": ref.has_state,
        "deprecated": ref.deprecated,
        "scopes": list(resource.scopes),
        "properties": {
            row.name: {**_type(row.type), "deprecated": row.deprecated} for row in resource.stated.properties
        },
        "links": _relations(resource.stated.links),
        "embedded": _relations(resource.stated.embedded),
        "events": [
            {"type": event.type, "resource": event.resource, "priority": event.priority, "sender": event.sender}
            for event in resource.events
        ],
        "operations": {operation.method: _operation(operation) for operation in resource.operations},
        "shortcuts": {shortcut.name: shortcut_data(shortcut) for shortcut in resource.shortcuts},
    }


def _relations(rows: Iterable[Relation]) -> dict[str, Any]:
    return {row.rel: _relation(row) for row in rows}


def _relation(row: Relation) -> dict[str, Any]:
    return {"many": row.many, "to": row.target.page if row.target else None, "deprecated": row.deprecated}


def _type(type_: ValueType) -> dict[str, Any]:
    return {
        "type": type_word(type_),
        "many": type_.many,
        "nullable": type_.nullable,
        "format": type_.format,
        "max_length": type_.max_length,
        "minimum": type_.minimum,
        "maximum": type_.maximum,
    }


def _operation(operation: Operation) -> dict[str, Any]:
    return {
        "summary": operation.summary,
        "deprecated": operation.deprecated,
        **{place.value: _parameters(operation, place) for place in Place},
        "content": list(operation.content),
        "returns": returns_text(operation.returns),
        "errors": [
            {"error": row.error.name, "code": row.code, "subcode": row.subcode, "group": row.group}
            for row in operation.errors
        ],
        "reasons": [{"code": reason.code, "subcode": reason.subcode} for reason in operation.reasons],
    }


def _parameters(operation: Operation, place: Place) -> dict[str, Any]:
    return {row.name: _parameter(row, place) for row in operation.parameters if place in row.places}


def _parameter(parameter: Parameter, place: Place) -> dict[str, Any]:
    return {
        "required": place in parameter.required_in,
        "comma": parameter.comma and place is not Place.BODY,
        "deprecated": parameter.deprecated,
        "operation_id": parameter.is_operation_id,
        "minted": parameter.is_minted,
        **_type(parameter.type),
    }


def shortcut_data(shortcut: Shortcut) -> dict[str, Any]:
    """A shortcut with the names of what it goes through, calls and fills."""
    return {
        "summary": shortcut.summary,
        "embedded": [row.rel for row in shortcut.embedded],
        "get": [row.rel for row in shortcut.reads],
        "link": shortcut.link.rel,
        "operation": shortcut.operation.method,
        "positional": [row.name for row in shortcut.positional],
        "content_type": shortcut.content_type,
        "parameters": {fill.parameter.name: _fill(fill) for fill in shortcut.fills},
    }


def _fill(fill: Fill) -> dict[str, Any]:
    value = list(fill.value) if isinstance(fill.value, tuple) else fill.value
    return {"from": fill.source.name if fill.source else None, "value": value, "replaceable": fill.replaceable}


def returns_text(returns: Returns) -> str:
    """What an operation gives back, as specs write it."""
    if returns.gives is Gives.CONTENT:
        return f"content {returns.media_type}"
    if returns.resource is None:
        return str(returns.gives.value)
    return f"location {returns.resource.page}" if returns.gives is Gives.LOCATION else returns.resource.page
