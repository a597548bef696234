"""Errors by status: those of the operation, and those that any operation can meet."""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from ucwagen.model.types.api import Api, ErrorRow
from ucwagen.oas.addresses.endpoints import Endpoint
from ucwagen.oas.operations.scene import Scene
from ucwagen.oas.text.names import ERROR, XML_ERROR, pascal, schema_ref
from ucwagen.oas.text.prose import paragraphs
from ucwagen.oas.text.prose import refusals as listed

Json = dict[str, Any]
_NEGOTIATED = 406
"""The status of a request that accepts no form of the API."""
_UNSIGNED = 401


def refusals(endpoint: Endpoint, scene: Scene) -> Json:
    """The responses of refused requests; a status without errors of its own refers to a shared response."""
    generic, rows = _by_status(scene.api.generic), _by_status(_rows(endpoint))
    found: Json = {}
    for status in sorted({*rows, *shared_statuses(scene.api)}):
        if status in rows:
            found[str(status)] = refusal(status, (*rows[status], *generic.get(status, ())), scene.api)
        else:
            found[str(status)] = {"$ref": f"#/components/responses/{shared_name(status)}"}
    return found


def shared(api: Api) -> Json:
    """The responses that all operations share, as components."""
    generic = _by_status(api.generic)
    return {shared_name(status): refusal(status, generic.get(status, ()), api) for status in shared_statuses(api)}


def shared_statuses(api: Api) -> tuple[int, ...]:
    """The statuses with which any operation can be refused."""
    found = {*_by_status(api.generic), _NEGOTIATED}
    if api.sign_in is not None:
        found |= {_UNSIGNED, *([api.sign_in.expired.status] if api.sign_in.expired else [])}
    return tuple(sorted(found))


def shared_name(status: int) -> str:
    """The name of the shared response of a status."""
    return pascal(phrase(status))


def phrase(status: int) -> str:
    """What HTTP calls a status."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return f"Status {status}"


def refusal(status: int, rows: Iterable[ErrorRow], api: Api) -> Json:
    """The response with its errors as a list."""
    known = tuple(rows)
    media = {kind: {"schema": schema_ref(ERROR)} for kind in api.json_types[:1]}
    if api.xml is not None:
        media |= {kind: {"schema": schema_ref(XML_ERROR)} for kind in api.xml_types[:1]}
    pairs = dict.fromkeys((row.error.name, row.subcode) for row in known)
    errors = [{"code": code, **({"subcode": subcode} if subcode else {})} for code, subcode in pairs]
    return {
        "description": paragraphs((_about(status, api), listed(known))),
        **({"headers": _challenge()} if status == _UNSIGNED else {}),
        "content": media,
        **({"x-errors": errors} if errors else {}),
    }


def _about(status: int, api: Api) -> str:
    expired = api.sign_in.expired if api.sign_in else None
    if expired is not None and status == expired.status:
        return f"{phrase(status)}; with {expired.code} in the header `{expired.header}` the token has expired."
    return f"{phrase(status)}."


def _challenge() -> Json:
    text = "How to sign in: schemes, and where the API has one, the address of the token service."
    return {"WWW-Authenticate": {"description": text, "schema": {"type": "string"}}}


def _rows(endpoint: Endpoint) -> Iterable[ErrorRow]:
    return (row for one in endpoint.served for row in one.operation.errors)


def _by_status(rows: Iterable[ErrorRow]) -> dict[int, list[ErrorRow]]:
    found: dict[int, list[ErrorRow]] = {}
    for row in rows:
        found.setdefault(row.code, []).append(row)
    return found
