"""Operations: parameters with their places, what comes back, and the errors, shared rows expanded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ucwagen.diagnostics import Collector
from ucwagen.model.resources.errors import error_rows, reason_rows
from ucwagen.model.resources.names import Names
from ucwagen.model.resources.refs import EVENTS
from ucwagen.model.types.api import Gives, Operation, Parameter, Place, ResourceRef, Returns
from ucwagen.model.words.given import given_name
from ucwagen.model.words.lookup import ErrorText, find
from ucwagen.model.words.media import MEDIA_TYPE, check_media_types
from ucwagen.model.words.values import value_type
from ucwagen.source.text import shown

if TYPE_CHECKING:
    from ucwagen.spec.types import OperationSpec, ParameterSpec

EITHER, COMMA = "either", "comma"
WORDS = {gives.value: gives for gives in (Gives.NOTHING, Gives.DOCUMENT, Gives.HEADERS)}
"""ErrorText of `returns` that stand alone and name no resource."""
RETURNED = ErrorText("`returns` names unknown resource", "write its spec, or say `document` or `none`")


def operation(method: str, spec: OperationSpec, names: Names) -> Operation:
    """One HTTP method on a resource."""
    return Operation(
        method=method,
        summary=spec.summary,
        parameters=tuple(_parameter(name, row, names) for name, row in spec.parameters.items()),
        content=_content(spec, names.faults),
        returns=_returns(spec, names),
        errors=error_rows(spec.errors, names.errors, names.faults),
        reasons=reason_rows(spec.reasons, names.errors, names.faults),
        deprecated=spec.deprecated,
        span=spec.key,
    )


def _parameter(name: str, spec: ParameterSpec, names: Names) -> Parameter:
    places = (Place.BODY, Place.QUERY) if spec.in_ == EITHER else (Place(spec.in_),)
    _check_places(spec, places, names.faults)
    return Parameter(
        name=name,
        type=value_type(spec, names.enums, names.faults),
        places=places,
        required_in=tuple(place for place in places if spec.required in ("true", place.value)),
        comma=spec.list_ == COMMA or (Place.HEADER in places and spec.many),
        is_operation_id=name == names.operation_id,
        is_minted=name in {row.name for row in names.minted},
        deprecated=spec.deprecated,
        summary=spec.summary,
        given=given_name(spec),
        span=spec.key,
    )


def _check_places(spec: ParameterSpec, places: tuple[Place, ...], faults: Collector) -> None:
    """Keys that say something of a place which the parameter does not have."""
    if spec.required in ("query", "body") and spec.in_ != EITHER:
        message = f"`required: {spec.required}` is for a parameter in either place; write true, or `in: either`"
        faults.error(spec.span("required"), message)
    if spec.list_ is not None and Place.QUERY not in places:
        faults.error(spec.span("list_"), "`list` says how a list stands in a query; remove it, or say `in: query`")
    elif spec.list_ is not None and not spec.many:
        faults.error(spec.span("list_"), "`list` is for parameters with `many: true`; add that, or remove it")


def _content(spec: OperationSpec, faults: Collector) -> tuple[str, ...]:
    if spec.request is None:
        return ()
    check_media_types(spec.request, "content", spec.request.content, faults)
    return spec.request.content


def _returns(spec: OperationSpec, names: Names) -> Returns:
    match spec.returns.split():
        case [word] if word in WORDS:
            return Returns(WORDS[word])
        case ["content", media_type] if MEDIA_TYPE.fullmatch(media_type):
            return Returns(Gives.CONTENT, media_type=media_type)
        case ["location", name]:
            return Returns(Gives.LOCATION, _resource(name, spec, names))
        case [name]:
            return _representation(_resource(name, spec, names), names)
    words = "NAME, `location NAME`, `none`, `content MEDIA-TYPE`, `headers` or `document`"
    names.faults.error(spec.span("returns"), f"{shown('returns: ' + spec.returns)} is not understood; write {words}")
    return Returns(Gives.NOTHING)


def _representation(ref: ResourceRef | None, names: Names) -> Returns:
    return Returns(Gives.EVENTS if ref and ref is names.roles.get(EVENTS) else Gives.STATE, ref)


def _resource(name: str, spec: OperationSpec, names: Names) -> ResourceRef | None:
    if name in ("location", "content") and name not in names.refs:
        what = "a resource" if name == "location" else "a media type"
        names.faults.error(spec.span("returns"), f"`returns: {name}` needs {what} after it")
        return None
    return find(names.refs, name, spec.span("returns"), names.faults, RETURNED)
