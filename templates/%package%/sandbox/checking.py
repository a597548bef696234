"""What a real server refuses before it does anything."""

from __future__ import annotations

from typing import Any

from .._runtime.operations import Operation, Parameter
from .._runtime.registry import index
from .catalogue import Page
from .encoding import decode
from .messages import Asked, Refused

RANDOM = "please pass this in a PUT request"
"""The value of the property of a random name that a PUT must bring back."""

_ACCEPTED = (
    "*/*",
    "application/*",
    "application/json",
    "application/xml",
    "multipart/",
    "image/",
    "text/",
    "vnd.microsoft.com.ucwa",
)


def revision(pages: list[Page], asked: Asked) -> list[Page]:
    """Those pages of an address that the request's version leads to."""
    header = index().headers.get("minimum_version", "").lower()
    wanted = asked.headers.get(header, "1")
    try:
        number = float(wanted)
    except ValueError:
        raise Refused(400, "BadRequest", message=f"{header} is no number") from None
    best = max(page.revision for page in pages)
    if number > best and number != 1:
        raise Refused(412, "PreconditionFailed", "APIVersionNotSupported", f"revision {wanted} is not known here")
    return [
        page for page in pages if page.revision == max(row.revision for row in pages if row.revision <= max(number, 1))
    ]


def media_types(asked: Asked) -> None:
    """Only formats that the API has."""
    accept = asked.headers.get("accept", "*/*")
    if not any(known in accept for known in _ACCEPTED):
        raise Refused(406, "NotAcceptable", message=f"{accept} is not spoken here")


def arguments(asked: Asked, operation: Operation) -> dict[str, Any]:
    """The documented parameters, converted, from query and body. All that is wrong is listed in one error."""
    said = {} if operation.content else decode(asked)
    query = {name: values if len(values) > 1 else values[0] for name, values in asked.query.items()}
    found: dict[str, Any] = {}
    wrong: dict[str, str] = {}
    for parameter in operation.parameters:
        value = said.get(parameter.name, query.get(parameter.name, _linked(said, parameter.name)))
        if value is None or value == "":
            if parameter.required and asked.method != "PUT":
                wrong[parameter.name] = "is required"
            continue
        try:
            found[parameter.name] = _read(parameter, value)
        except ValueError as fault:
            wrong[parameter.name] = str(fault)
    if wrong:
        raise Refused(400, "BadRequest", "ParameterValidationFailure", "some parameters are wrong", parameters=wrong)
    return found


def _linked(said: dict[str, Any], name: str) -> Any:
    """What a parameter is that travels as a link, such as the text of a message."""
    links = said.get("_links")
    link = links.get(name) if isinstance(links, dict) else None
    return link.get("href") if isinstance(link, dict) else None


def _read(parameter: Parameter, value: Any) -> Any:
    """As JSON has it: enumerations and times stay texts."""
    if parameter.many:
        items = value if isinstance(value, list) else [value]
        return [_one(parameter, item) for item in items]
    return _one(parameter, value)


def _one(parameter: Parameter, value: Any) -> Any:
    found = parameter.kind.json(parameter.kind.read(value))
    if parameter.max_length is not None and isinstance(found, str) and len(found) > parameter.max_length:
        raise ValueError(f"is longer than {parameter.max_length} characters")
    return found


def precondition(asked: Asked, etag: str, body: dict[str, Any]) -> dict[str, Any]:
    """What a PUT must say: the entity tag that it changes, and the property of a random name."""
    given = asked.headers.get("if-match")
    if given is None:
        raise Refused(428, "PreconditionRequired", message="If-Match is missing")
    if given.strip('"') != etag and given != "*":
        raise Refused(412, "PreconditionFailed", message="the resource has changed since")
    said = decode(asked)
    for name, value in body.items():
        if value == RANDOM and name not in said:
            raise Refused(
                400,
                "BadRequest",
                "ParameterValidationFailure",
                "a property was left out",
                parameters={name: "is required"},
            )
    return said
