"""Checks of a request before it is carried out: revision, media types, parameters, conditions."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from math import isfinite, nan
from typing import Any

from ..._runtime.base.registry import index
from ..._runtime.calls.results import Media
from ..._runtime.requests.operations import Operation, Parameter, items
from ..._runtime.values.data_link import DataLink
from ..._runtime.values.kinds import Kind
from ..http.accept_header import quality
from ..http.error_table import subcode_of
from ..http.formats import check_characters, decode
from ..http.messages import HttpError, HttpRequest, member
from .catalogue import Page, catalogue

ParameterCheck = Callable[[Any], None]
_CHECKS: dict[str, ParameterCheck] = {}


def checks_parameter(*names: str) -> Callable[[ParameterCheck], ParameterCheck]:
    """Register a check of each value of the parameters with these names; it raises ``ValueError`` with the reason."""

    def keep(function: ParameterCheck) -> ParameterCheck:
        _CHECKS.update(dict.fromkeys(names, function))
        return function

    return keep


def revision(pages: list[Page], request: HttpRequest) -> list[Page]:
    """Of the pages of one rel at an address, the earliest revision that the request accepts."""
    wanted = _wanted(request)
    found: dict[str, Page] = {}
    for page in pages:
        if page.revision >= wanted and page.revision <= found.get(page.rel, page).revision:
            found[page.rel] = page
    if not found:
        raise HttpError(404, None, subcode_of("revision"), f"revision {wanted:g} is not known here")
    return [*found.values()]


def _wanted(request: HttpRequest) -> float:
    """The lowest revision that a request accepts."""
    header = index().headers.get("minimum_version", "")
    try:
        wanted = float(request.headers.get(header.lower(), "1"))
    except ValueError:
        wanted = nan
    if not isfinite(wanted):
        raise wrong_parameters({header: "is not a number"})
    return wanted


def media_types(request: HttpRequest, operation: Operation | None) -> None:
    """Refuse an Accept header that allows no format of the API and no media type of the operation."""
    known = index()
    given = operation.returns if operation else None
    own = (given.media_type,) if isinstance(given, Media) else ()
    if quality(request.accept, (*known.json_types, *known.xml_types, *own)) == 0:
        raise HttpError(406, message=f"none of {request.accept} is available")


def content(request: HttpRequest, operation: Operation) -> None:
    """Refuse a request that lacks the content which the operation takes in place of parameters."""
    if operation.content and not request.content and not request.media_type:
        raise HttpError(400, None, subcode_of("body"), f"a body of {' or '.join(operation.content)} is due")


def arguments(request: HttpRequest, operation: Operation) -> dict[str, Any]:
    """The documented parameters from query and body, converted. One error lists all that are wrong."""
    takes_body = any(parameter.place in ("body", "either") for parameter in operation.parameters)
    said = {} if operation.content or not takes_body else decode(request)
    check_characters(request.query)
    found: dict[str, Any] = {}
    wrong: dict[str, str] = {}
    for parameter in operation.parameters:
        value = _value(parameter, request, said)
        if (
            value is None
            or (value == [] and parameter.required)
            or (value == "" and (parameter.required or parameter.kind.word != "string"))
        ):
            if parameter.required and request.method != "PUT":
                wrong[parameter.name] = "is required"
            continue
        try:
            found[parameter.name] = read = _read(parameter, value)
            for item in items(read) if parameter.name in _CHECKS else ():
                _CHECKS[parameter.name](item)
        except ValueError as fault:
            wrong[parameter.name] = str(fault)
    if wrong:
        raise wrong_parameters(wrong)
    return found


def wrong_parameters(reasons: dict[str, str]) -> HttpError:
    """The error of parameters that are wrong, with the reason of each."""
    return HttpError(400, None, subcode_of("parameters"), "some parameters are wrong", parameters=reasons)


def _value(parameter: Parameter, request: HttpRequest, said: dict[str, Any]) -> Any:
    """What a request says of a parameter: in a header, in the body or else in the query, or as a link."""
    if parameter.place == "header":
        text = request.headers.get(parameter.name.lower())
        return [item.strip() for item in text.split(",")] if text and parameter.many else text
    values = member(request.query, parameter.name) or []
    if parameter.comma:
        values = [item for value in values for item in value.split(",")]
    asked = values if len(values) > 1 else values[0] if values else _linked(said, parameter.name)
    told = member(said, parameter.name)
    return asked if told is None else told


def _linked(said: dict[str, Any], name: str) -> Any:
    """The value of a parameter that travels as a link, such as the text of a message."""
    links = member(said, "_links")
    link = member(links, name) if isinstance(links, dict) else None
    return link.get("href") if isinstance(link, dict) else None


def _read(parameter: Parameter, value: Any) -> Any:
    """The value in JSON form: enumerations and times are strings."""
    items = value if parameter.many and isinstance(value, list) else [value]
    found = [_one(parameter.kind, item) for item in items]
    parameter.check(found if parameter.many else found[0])
    told = [parameter.kind.json(item) for item in found]
    return told if parameter.many else told[0]


def _one(kind: Kind, value: Any) -> Any:
    """The value; one that an enumeration does not have is an error, and so is a link that leads to its content."""
    found = kind.read(value)
    if isinstance(found, DataLink) and not str(found.href).lower().startswith("data:"):
        raise ValueError("expected a `data:` URI")
    if kind.members is not None and not isinstance(found, Enum):
        raise ValueError(f"`{found}` is not one of its values")
    return found


def precondition(request: HttpRequest, etag: str, echoed: dict[str, Any]) -> None:
    """Check the conditions of a PUT: the entity tag that it changes, if the API has such tags, and the properties that it must
    send back.
    """
    given = request.headers.get("if-match")
    if given is None and catalogue().has_entity_tags:
        raise HttpError(428, message="If-Match is missing")
    if given is not None and not is_known(etag, given):
        raise HttpError(412, message="the resource has changed since")
    sent = decode(request) if echoed else {}
    wrong = {name: "must come back unchanged" for name, value in echoed.items() if member(sent, name) != value}
    if wrong:
        raise wrong_parameters(wrong)


def is_known(etag: str, header: str, *, weak: bool = False) -> bool:
    """Whether a header names an entity tag or is ``*``; weak tags count only if ``weak``."""
    tags = [tag.strip() for tag in header.split(",")]
    strong = [tag.removeprefix("W/") if weak else tag for tag in tags]
    return "*" in strong or etag in [tag.strip('"') for tag in strong]
