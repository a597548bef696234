"""Rules that a linked API must keep, one short function each; all of them are tried, and their faults come together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from ucwagen.diagnostics import Collector, Span
from ucwagen.model.types.api import Api, ErrorRow, Gives, Kind, Operation, Parameter, Place, Resource
from ucwagen.model.words.headers import check_request_header
from ucwagen.model.words.lookup import ErrorText, find
from ucwagen.source.text import shown
from ucwagen.spec.words import WITH_BODY

Rule = Callable[[Api, Collector], None]
Named = tuple[str, Span]
MINTED = ErrorText("no operation has a parameter", "leave it out")
LINK_RELATION = re.compile(r"[^\W_][\w.$@+-]*|[@$_]\w[\w.$@+-]*|[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]+")
"""A registered name, or an address with its scheme; no path, which clients would take for an address to resolve."""
STRUCTURED = {Kind.DATA: "a data link", Kind.OBJECT: "an object"}


def check(api: Api) -> None:
    """Raise the faults of every rule together."""
    faults = Collector()
    for rule in RULES:
        rule(api, faults)
    faults.finish()


def what_is_minted_is_a_parameter(api: Api, faults: Collector) -> None:
    """A name that no operation has is misspelt, or a leftover."""
    known = {parameter.name: parameter for _, _, parameter in _parameters(api)}
    for row in api.minted:
        find(known, row.name, row.span, faults, MINTED)


def what_is_minted_is_a_string(api: Api, faults: Collector) -> None:
    for _, _, parameter in _parameters(api):
        if parameter.is_minted and (parameter.type.kind is not Kind.STRING or parameter.type.many):
            what = "the operation ID" if parameter.is_operation_id else "made when left out"
            faults.error(parameter.span, f"`{parameter.name}` is {what} and must be one string; mend its type")


def body_parameters_have_a_body(api: Api, faults: Collector) -> None:
    for _, operation, parameter in _parameters(api):
        if parameter.places == (Place.BODY,) and not operation.takes_input:
            why = "sends other content" if operation.content else "has no body"
            message = f"`{parameter.name}` is in the body, but {operation.method} {why}; say `in: query`"
            faults.error(parameter.span, message)


def required_only_where_it_travels(api: Api, faults: Collector) -> None:
    """A parameter of either place travels in the query where there is no body."""
    for _, operation, parameter in _parameters(api):
        if Place.QUERY in parameter.places and parameter.required_in == (Place.BODY,) and not operation.takes_input:
            message = f"`{parameter.name}` is required in the body only, but travels in the query here; say `in: query`"
            faults.error(parameter.span, message)


def data_links_and_objects_travel_in_bodies(api: Api, faults: Collector) -> None:
    for _, _, parameter in _parameters(api):
        outside = [place for place in parameter.places if place is not Place.BODY]
        what = STRUCTURED.get(parameter.type.kind)
        if what and outside:
            message = f"`{parameter.name}` is {what}, which no {outside[0].value} can hold; say `in: body`"
            faults.error(parameter.span, message)


def header_parameters_have_names_of_headers(api: Api, faults: Collector) -> None:
    for _, _, parameter in _parameters(api):
        if Place.HEADER in parameter.places:
            check_request_header(parameter.name, parameter.span, faults)


def content_has_a_body(api: Api, faults: Collector) -> None:
    for _, operation in _operations(api):
        if operation.content and operation.method not in WITH_BODY:
            faults.error(operation.span, f"{operation.method} has no body; remove `request`")


def answers_to_head_have_no_body(api: Api, faults: Collector) -> None:
    for _, operation in _operations(api):
        if operation.method == "HEAD" and operation.returns.gives not in (Gives.NOTHING, Gives.HEADERS):
            message = "the answer to HEAD has no body; say `returns: headers`, or `returns: none`"
            faults.error(operation.span, message)


def error_rows_are_distinct(api: Api, faults: Collector) -> None:
    lists = [operation.errors for _, operation in _operations(api)]
    for rows in [*lists, api.generic, *(group for _, group in api.groups)]:
        seen: dict[tuple[str, str | None], ErrorRow] = {}
        for row in rows:
            first = seen.setdefault((row.error.name, row.subcode), row)
            if first is not row:
                pair = f"`{row.error.name}` with " + (f"subcode `{row.subcode}`" if row.subcode else "no subcode")
                message = f"{pair} is given twice{_through(row)}; keep one row"
                faults.error(row.span, message, (first.span, "the other row"))


def enumerations_have_members(api: Api, faults: Collector) -> None:
    for enum in api.enums:
        if not enum.members:
            faults.error(enum.span, f"enumeration `{enum.name}` is empty; list its members")


def names_differ_by_more_than_case(api: Api, faults: Collector) -> None:
    """Readers, and file systems that fold case, would take them for one."""
    for what, names in _tables(api):
        seen: dict[str, Named] = {}
        for name, span in names:
            other, place = seen.setdefault(name.casefold(), (name, span))
            if other != name:
                message = f"{what} `{name}` and `{other}` differ only by case; keep the spelling of the wire"
                faults.error(span, message, (place, "the other one"))


def rels_are_link_relations(api: Api, faults: Collector) -> None:
    for resource in api.resources:
        if not LINK_RELATION.fullmatch(resource.ref.rel):
            remedy = "write a name such as `note`, or an address with its scheme"
            faults.error(resource.ref.span, f"{shown(resource.ref.rel)} is not a link relation; {remedy}")


def rels_are_distinct(api: Api, faults: Collector) -> None:
    """A link is identified by its rel and its revision."""
    seen: dict[tuple[str, int], Resource] = {}
    for resource in api.resources:
        ref = resource.ref
        first = seen.setdefault((ref.rel, ref.revision), resource)
        if first is not resource:
            message = f"rel `{ref.rel}` belongs to `{first.ref.page}` too; mend it, or say which `revises` the other"
            faults.error(ref.span, message, (first.ref.span, "the other one"))


RULES: tuple[Rule, ...] = (
    rels_are_link_relations,
    what_is_minted_is_a_parameter,
    what_is_minted_is_a_string,
    body_parameters_have_a_body,
    required_only_where_it_travels,
    data_links_and_objects_travel_in_bodies,
    header_parameters_have_names_of_headers,
    content_has_a_body,
    answers_to_head_have_no_body,
    error_rows_are_distinct,
    enumerations_have_members,
    names_differ_by_more_than_case,
    rels_are_distinct,
)


def _operations(api: Api) -> Iterator[tuple[Resource, Operation]]:
    return ((resource, operation) for resource in api.resources for operation in resource.operations)


def _parameters(api: Api) -> Iterator[tuple[Resource, Operation, Parameter]]:
    return ((resource, operation, row) for resource, operation in _operations(api) for row in operation.parameters)


def _through(row: ErrorRow) -> str:
    return f", here through the group `{row.group}`" if row.group else ""


def _tables(api: Api) -> Iterator[tuple[str, Iterable[Named]]]:
    yield "errors", ((kind.name, kind.span) for kind in api.errors)
    for enum in api.enums:
        yield "members", ((member.name, member.span) for member in enum.members)
    for resource in api.resources:
        yield "properties", ((row.name, row.span) for row in resource.stated.properties)
        yield "links", ((row.rel, row.span) for row in resource.stated.links)
        yield "embedded resources", ((row.rel, row.span) for row in resource.stated.embedded)
        for operation in resource.operations:
            yield "parameters", ((row.name, row.span) for row in operation.parameters)
