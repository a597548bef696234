"""Rows of errors and reasons as a list: the page's own, then the groups of errors.yaml that are there whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ucwagen.capture.compose.spec_draft import Tree, marked
from ucwagen.spec.types import ErrorRowSpec, ErrorsSpec, ReasonSpec

ErrorKey = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class FailureRow:
    """An error or a reason: its name, its subcode, its own tree, and a sentence where it has one of its own."""

    pair: ErrorKey
    tree: dict[str, Tree]
    only: str | None
    summary: str | None


ErrorGroups = Mapping[str, Mapping[ErrorKey, str | None]]
"""The pairs of each group, with the sentences that the group has for them."""


@dataclass(frozen=True, slots=True)
class ErrorCatalogue:
    """What errors.yaml says: statuses by error name, and groups of errors and of reasons."""

    codes: dict[str, int]
    errors: ErrorGroups
    reasons: ErrorGroups


def catalogue(errors: ErrorsSpec) -> ErrorCatalogue:
    """What the specs say of all errors."""
    return ErrorCatalogue(
        codes={name: row.code for name, row in errors.errors.items()},
        errors={name: dict(map(_error, rows)) for name, rows in errors.groups.items()},
        reasons={name: dict(map(_reason, rows)) for name, rows in errors.reasons.items()},
    )


def _error(row: ErrorRowSpec) -> tuple[ErrorKey, str | None]:
    return (row.error or "", row.subcode), row.summary


def _reason(row: ReasonSpec) -> tuple[ErrorKey, str | None]:
    return (row.code, row.subcode), row.summary


Same = Callable[[FailureRow, str | None], bool]


def listed(rows: Sequence[FailureRow], groups: ErrorGroups, same: Same) -> list[Tree]:
    """The rows, those of a group replaced by its name. ``same``: whether the group's row says what this one would."""
    given = {(row.pair, row.only) for row in rows}
    own: list[Tree] = []
    named: dict[str | None, list[Tree]] = {}
    for row in rows:
        group = _group(row, given, groups)
        if group is None or not same(row, groups[group][row.pair]):
            own.append(row.tree | marked(row.only, row.summary))
        elif group not in named.setdefault(row.only, []):
            named[row.only].append(group)
    return [*own, *({"shared": names, **marked(only, None)} for only, names in named.items())]


def _group(row: FailureRow, given: set[tuple[ErrorKey, str | None]], groups: ErrorGroups) -> str | None:
    """The group to which the row belongs, if all its rows are there."""
    for name, pairs in groups.items():
        if row.pair in pairs and all((pair, row.only) in given for pair in pairs):
            return name
    return None
