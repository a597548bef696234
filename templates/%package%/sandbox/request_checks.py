"""What a real server refuses before it does anything."""

from __future__ import annotations

from enum import Enum
from math import isfinite, nan
from typing import Any

from .._runtime.base.registry import index
from .._runtime.calls.operations import Operation, Parameter
from .._runtime.calls.results import Media
from .._runtime.values.kinds import Kind
from .accept_header import quality
from .catalogue import Page
from .encoding import check_signs, decode
from .http_messages import HttpError, HttpRequest

RANDOM = "please pass this in a PUT request"
"""The value of the property of a random name that a PUT must bring back."""


def revision(pages: list[Page], request: HttpRequest) -> list[Page]:
    """Of those pages of an address that have one rel, the first that is as new as the request wants it."""
    wanted = _wanted(request)
    found: dict[str, Page] = {}
    for page in pages:
        if page.revision >= wanted and page.revision <= found.get(page.rel, page).revision:
            found[page.rel] = page
    if not found:
        raise HttpError(404, "NotFound", "APIVersionNotSupported", f"revision {wanted:g} is not known here")
    return [*found.values()]


def _wanted(request: HttpRequest) -> float:
    """The revision that a request wants at least."""
    header = index().headers.get("minimum_version", "")
    try:
        wanted = float(request.headers.get(header.lower(), "1"))
    except ValueError:
        wanted = nan
    if not isfinite(wanted):
        wrong = {header: "is no number"}
        raise HttpError(400, "BadRequest", "ParameterValidationFailure", "a header is wrong", parameters=wrong)
    return wanted


def media_types(request: HttpRequest, operation: Operation | None) -> None:
    """Only formats that the API has, and what this operation gives back besides."""
    known = index()
    given = operation.returns if operation else None
    own = (given.media_type,) if isinstance(given, Media) else ()
    if quality(request.accept, (*known.json_types, *known.xml_types, *own)) == 0:
        raise HttpError(406, "NotAcceptable", message=f"{request.accept} is not spoken here")


def arguments(request: HttpRequest, operation: Operation) -> dict[str, Any]:
    """The documented parameters, converted, from query and body. All that is wrong is listed in one error."""
    said = {} if operation.content else decode(request)
    query = {name: values if len(values) > 1 else values[0] for name, values in request.query.items()}
    check_signs(query)
    found: dict[str, Any] = {}
    wrong: dict[str, str] = {}
    for parameter in operation.parameters:
        value = said.get(parameter.name, query.get(parameter.name, _linked(said, parameter.name)))
        if value is None or value == "":
            if parameter.required and request.method != "PUT":
                wrong[parameter.name] = "is required"
            continue
        try:
            found[parameter.name] = _read(parameter, value)
        except ValueError as fault:
            wrong[parameter.name] = str(fault)
    if wrong:
        raise HttpError(400, "BadRequest", "ParameterValidationFailure", "some parameters are wrong", parameters=wrong)
    return found


def _linked(said: dict[str, Any], name: str) -> Any:
    """What a parameter is that travels as a link, such as the text of a message."""
    links = said.get("_links")
    link = links.get(name) if isinstance(links, dict) else None
    return link.get("href") if isinstance(link, dict) else None


def _read(parameter: Parameter, value: Any) -> Any:
    """As JSON has it: enumerations and times stay texts."""
    items = value if parameter.many and isinstance(value, list) else [value]
    found = [_one(parameter.kind, item) for item in items]
    parameter.check(found if parameter.many else found[0])
    told = [parameter.kind.json(item) for item in found]
    return told if parameter.many else told[0]


def _one(kind: Kind, value: Any) -> Any:
    """The value; one that an enumeration does not have is error."""
    found = kind.read(value)
    if kind.members is not None and not isinstance(found, Enum):
        raise ValueError(f"`{found}` is none of its values")
    return found


def precondition(request: HttpRequest, etag: str, body: dict[str, Any]) -> None:
    """What a PUT must say: the entity tag that it changes, and the property of a random name as it came."""
    given = request.headers.get("if-match")
    if given is None:
        raise HttpError(428, "PreconditionRequired", message="If-Match is missing")
    if not is_known(etag, given):
        raise HttpError(412, "PreconditionFailed", message="the resource has changed since")
    said = decode(request)
    wrong = {name: "must come back as it was" for name in body if body[name] == RANDOM and said.get(name) != RANDOM}
    if wrong:
        raise HttpError(400, "BadRequest", "ParameterValidationFailure", "a property was left out", parameters=wrong)


def is_known(etag: str, header: str, *, weak: bool = False) -> bool:
    """Whether a header names an entity tag, alone, in a list, or as any; a weak one counts only if ``weak``."""
    tags = [tag.strip() for tag in header.split(",")]
    strong = [tag.removeprefix("W/") if weak else tag for tag in tags]
    return "*" in strong or etag in [tag.strip('"') for tag in strong]
