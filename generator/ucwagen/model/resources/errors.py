"""Errors and asynchronous reasons: names and codes, and the rows that operations share, expanded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ucwagen.diagnostics import Collector
from ucwagen.model.types.api import ErrorKind, ErrorRow, Member, Reason
from ucwagen.model.words.given import given_name
from ucwagen.model.words.lookup import ErrorText, find

if TYPE_CHECKING:
    from typing_extensions import TypeIs

    from ucwagen.spec.types import ErrorRowSpec, ErrorSpec, ErrorsSpec, ReasonSpec, ResourceSpec

ERROR_CODES = range(400, 600)
NO_SUBCODE = "None"
"""What reference pages write where there is none."""

ALIASED = ErrorText("`alias_of` names unknown error", "name an error of this file")
GROUP = ErrorText("unknown group", "name a group of errors.yaml")
ERROR = ErrorText("unknown error", "add it to errors.yaml")
SUBCODE = ErrorText("unknown subcode", "add it to the enumeration that api.yaml names as role `subcodes`")

Pair = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class SharedErrors:
    """What errors.yaml says: error names, rows that any operation may meet, and groups of rows and reasons."""

    kinds: Mapping[str, ErrorKind]
    generic: tuple[ErrorRow, ...]
    groups: Mapping[str, tuple[ErrorRow, ...]]
    reasons: Mapping[str, tuple[Reason, ...]]
    subcodes: Mapping[str, Member] | None
    """None where their enumeration is unknown, which is a fault of its own."""
    said: Mapping[Pair, str]
    """What a row means whose own words are left out."""


def shared_errors(spec: ErrorsSpec, subcodes: Iterable[Member] | None, faults: Collector) -> SharedErrors:
    """errors.yaml, linked."""
    members = None if subcodes is None else {member.name: member for member in subcodes}
    kinds = {name: _kind(name, spec, faults) for name in spec.errors}
    empty = SharedErrors(kinds, (), {}, {}, members, _said(spec))
    groups = {
        name: tuple(_rows(_plain(rows, faults), empty, name, faults)) for name, rows in sorted(spec.groups.items())
    }
    generic = tuple(_rows(_plain(spec.generic, faults), empty, None, faults))
    reasons = {name: tuple(_reason(row, empty, faults) for row in rows) for name, rows in sorted(spec.reasons.items())}
    return SharedErrors(kinds, generic, groups, reasons, members, empty.said)


def error_rows(rows: Iterable[ErrorRowSpec], shared: SharedErrors, faults: Collector) -> tuple[ErrorRow, ...]:
    """The errors of an operation in their order. A row of its own takes the place of a shared row of the same pair."""
    rows = tuple(rows)
    own = {(row.error, row.subcode) for row in rows if row.shared is None}
    found: list[ErrorRow] = []
    for row in rows:
        if row.shared is None:
            found += _rows([row], shared, None, faults)
        else:
            _only_shared(row, faults)
            for name in _groups(row, shared.groups, faults):
                found += [same for same in shared.groups[name] if (same.error.name, same.subcode) not in own]
    return tuple(found)


def reason_rows(
    rows: Iterable[ErrorRowSpec | ReasonSpec], shared: SharedErrors, faults: Collector
) -> tuple[Reason, ...]:
    """The asynchronous reasons of an operation in their order, groups expanded."""
    found: list[Reason] = []
    for row in rows:
        if _is_reason(row):
            found.append(_reason(row, shared, faults))
        else:
            _only_shared(row, faults)
            for name in _groups(row, shared.reasons, faults):
                found += shared.reasons[name]
    return tuple(found)


def groups_are_used(spec: ErrorsSpec, resources: Iterable[ResourceSpec], faults: Collector) -> None:
    """A group that no operation names is left over, or misspelt where it is used."""
    operations = [operation for resource in resources for operation in resource.operations.values()]
    _check_used("groups", spec, (row for operation in operations for row in operation.errors), faults)
    _check_used("reasons", spec, (row for operation in operations for row in operation.reasons), faults)


def _check_used(field: str, spec: ErrorsSpec, rows: Iterable[ErrorRowSpec | ReasonSpec], faults: Collector) -> None:
    used = {name for row in rows if not _is_reason(row) for name in row.shared or ()}
    for name in getattr(spec, field):
        if name not in used:
            faults.error(spec.key_of(field, name), f"no operation shares the group `{name}`; remove it")


def _is_reason(row: ErrorRowSpec | ReasonSpec) -> TypeIs[ReasonSpec]:
    return row.kind == "ReasonSpec"


def _kind(name: str, spec: ErrorsSpec, faults: Collector) -> ErrorKind:
    row = spec.errors[name]
    _check_code(row, faults)
    if row.alias_of is not None:
        _check_alias(name, row, spec, faults)
    return ErrorKind(name, row.code, row.alias_of, row.summary, given_name(row), row.key)


def _check_code(spec: ErrorSpec | ErrorRowSpec, faults: Collector) -> None:
    if spec.code is not None and spec.code not in ERROR_CODES:
        faults.error(spec.span("code"), f"`{spec.code}` is no HTTP status of an error; write one from 400 to 599")


def _check_alias(name: str, row: ErrorSpec, spec: ErrorsSpec, faults: Collector) -> None:
    others = {known: kind for known, kind in spec.errors.items() if known != name}
    place, alias_of = row.span("alias_of"), row.alias_of or ""
    if alias_of == name:
        faults.error(place, "an error cannot be an alias of itself; remove `alias_of`")
        return
    other = find(others, alias_of, place, faults, ALIASED)
    if other is None:
        return
    if other.alias_of is not None:
        message = f"`{alias_of}` is itself an alias; name the error that it stands for, `{other.alias_of}`"
        faults.error(place, message)
    elif other.code != row.code:
        message = f"`{name}` has code {row.code}, but `{alias_of}` has {other.code}; an alias has the same"
        faults.error(row.span("code"), message, (other.span("code"), "the other code"))


def _said(spec: ErrorsSpec) -> dict[Pair, str]:
    rows = [*spec.generic, *(row for group in spec.groups.values() for row in group)]
    return {(row.error, row.subcode): row.summary for row in reversed(rows) if row.error and row.summary}


def _plain(rows: Iterable[ErrorRowSpec], faults: Collector) -> Iterator[ErrorRowSpec]:
    for row in rows:
        if row.shared is None:
            yield row
        else:
            faults.error(row.span("shared"), "groups do not contain groups; write the rows out")


def _only_shared(row: ErrorRowSpec, faults: Collector) -> None:
    for field in ("error", "code", "subcode", "summary"):
        if getattr(row, field) is not None:
            faults.error(row.span(field), f"`{field}` cannot stand beside `shared`; make it a row of its own")


def _groups(row: ErrorRowSpec, known: Mapping[str, object], faults: Collector) -> Iterator[str]:
    for index, name in enumerate(row.shared or ()):
        place = row.span("shared", index)
        if find(known, name, place, faults, GROUP) is not None:
            yield name


def _rows(
    rows: Iterable[ErrorRowSpec], shared: SharedErrors, group: str | None, faults: Collector
) -> Iterator[ErrorRow]:
    for row in rows:
        if row.error is None:
            faults.error(row.key, "a row needs `error`, or `shared` with the names of groups")
            continue
        _check_code(row, faults)
        _check_subcode(row, shared, faults)
        kind = find(shared.kinds, row.error, row.span("error"), faults, ERROR)
        if kind:
            summary = row.summary or shared.said.get((row.error, row.subcode)) or kind.summary
            yield ErrorRow(kind, row.code or kind.code, row.subcode, summary, group, row.span("error"))


def _reason(row: ReasonSpec, shared: SharedErrors, faults: Collector) -> Reason:
    _check_subcode(row, shared, faults)
    return Reason(row.code, row.subcode, row.summary or "", row.span("code"))


def _check_subcode(row: ErrorRowSpec | ReasonSpec, shared: SharedErrors, faults: Collector) -> None:
    if row.subcode == NO_SUBCODE:
        faults.error(row.span("subcode"), f"`{NO_SUBCODE}` is no subcode; leave `subcode` out")
    elif row.subcode is not None and shared.subcodes is not None:
        find(shared.subcodes, row.subcode, row.span("subcode"), faults, SUBCODE)
