"""The documented errors and reasons of operations. Rows that operations share in a group are reported once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ucwagen.changes.rules.found import Found, Place, description, fact, matched, order
from ucwagen.changes.types.rule import addition, cosmetic
from ucwagen.model.types.api import Api, ErrorRow, Reason

ERROR_ADDED = addition(
    "documented-error-added", "Programs may handle it; without that it is raised as its class, or as ApiError.",
    mirror="documented-error-removed",
)  # fmt: skip
ERROR_REMOVED = cosmetic(
    "documented-error-removed", "Code that catches its class stays valid.", mirror="documented-error-added", gone=True
)
REASON_ADDED = addition("reason-added", "An operation can end in one documented way more.", mirror="reason-removed")
REASON_REMOVED = cosmetic(
    "reason-removed",
    "Code that looks for it stays valid, and the operation ends otherwise.",
    mirror="reason-added",
    gone=True,
)
RULES = (ERROR_ADDED, ERROR_REMOVED, REASON_ADDED, REASON_REMOVED)
ANY = "any operation"


def errors(old: Iterable[ErrorRow], new: Iterable[ErrorRow], place: Place, of: str) -> Iterator[Found]:
    """The error rows of an operation: those of its own, and those of its groups."""
    rows = matched(old, new, lambda row: (row.error.name, row.subcode or ""))
    for row in rows.gone:
        here, what = _place(row, place, old=True), _shown(row, of)
        yield here.found(ERROR_REMOVED, f"{what} is no longer documented")
    for row in rows.new:
        here, what = _place(row, place, old=False), _shown(row, of)
        yield here.found(ERROR_ADDED, f"{what} is documented")
    for before, after in rows.both:
        here = _pair(before, after, place)
        yield from _row(before, after, here, _shown(after, of))
    yield from order(rows, place, f"errors of {of}")


def reasons(old: Iterable[Reason], new: Iterable[Reason], place: Place, of: str) -> Iterator[Found]:
    """The asynchronous reasons of an operation."""
    rows = matched(old, new, lambda row: (row.code, row.subcode or ""))
    for row in rows.gone:
        here = place.row(row.span, None, f"{row.code}.{row.subcode}")
        yield here.found(REASON_REMOVED, f"reason {_named(row.code, row.subcode)} of {of} is no longer documented")
    for row in rows.new:
        here = place.row(None, row.span, f"{row.code}.{row.subcode}")
        yield here.found(REASON_ADDED, f"reason {_named(row.code, row.subcode)} of {of} is documented")
    for before, after in rows.both:
        here = place.row(before.span, after.span, f"{after.code}.{after.subcode}")
        what = f"reason {_named(after.code, after.subcode)} of {of}"
        yield from description(before.summary, after.summary, here, what)
    yield from order(rows, place, f"reasons of {of}")


def shared(old: Api, new: Api, place: Place) -> Iterator[Found]:
    """The rows that any operation may meet, and the groups, whether operations have them or not."""
    yield from errors(old.generic, new.generic, place.inside("generic"), ANY)
    mine, theirs = dict(old.groups), dict(new.groups)
    for name in sorted(mine.keys() | theirs.keys()):
        here = place.inside(f"groups.{name}")
        yield from errors(mine.get(name, ()), theirs.get(name, ()), here, f"group `{name}`")


def _row(old: ErrorRow, new: ErrorRow, place: Place, what: str) -> Iterator[Found]:
    """A row of both sides. A status or description that is that of its error is reported there."""
    if (old.code, new.code) != (old.error.code, new.error.code):
        yield from fact(old.code, new.code, place.inside("code"), f"the status of {what}")
    yield from fact(old.group, new.group, place, f"the group of {what}")
    if (old.summary, new.summary) != (old.error.summary, new.error.summary):
        yield from description(old.summary, new.summary, place, what)


def _shown(row: ErrorRow, of: str) -> str:
    """A row in words, the same for every operation that has it from a group."""
    return f"error {_named(row.error.name, row.subcode)} of {f'group `{row.group}`' if row.group else of}"


def _named(name: str, subcode: str | None) -> str:
    return f"`{name}` with subcode `{subcode}`" if subcode else f"`{name}`"


def _place(row: ErrorRow, place: Place, *, old: bool) -> Place:
    """The place of a row of one side; a row of a group stands in the group."""
    around = Place(place.old, place.new, f"groups.{row.group}") if row.group else place
    return around.row(row.span if old else None, None if old else row.span, f"{row.error.name}.{row.subcode}")


def _pair(old: ErrorRow, new: ErrorRow, place: Place) -> Place:
    """The place of a row of both sides."""
    return Place(old.span, new.span, _place(new, place, old=False).at)
