"""Enumerations and their members."""

from __future__ import annotations

from collections.abc import Iterator

from ucwagen.changes.rules.deprecation import deprecation
from ucwagen.changes.rules.found import SOURCE_CHANGED, Both, Found, Place, description, matched, order
from ucwagen.changes.types.rule import addition, breaking
from ucwagen.model.types.api import Enumeration

REMOVED = breaking("enum-removed", "Its class is gone.", mirror="enum-added", gone=True)
ADDED = addition("enum-added", "The package has one class more.", mirror="enum-removed")
VALUE_REMOVED = breaking(
    "enum-value-removed", "Code that names the member fails.", mirror="enum-value-added", gone=True
)
VALUE_ADDED = addition(
    "enum-value-added",
    "Enumerations are open: a value without a member was read before, too, as its text.",
    mirror="enum-value-removed",
)
RULES = (REMOVED, ADDED, VALUE_REMOVED, VALUE_ADDED)


def enums(both: Both, place: Place) -> Iterator[Found]:
    """Every enumeration of both sides."""
    rows = matched(both.old.enums, both.new.enums, lambda row: row.name)
    for row in rows.gone:
        yield Place(row.span, place.new).found(REMOVED, f"enumeration `{row.name}` is removed")
    for row in rows.new:
        yield Place(place.old, row.span).found(ADDED, f"enumeration `{row.name}` is new")
    for before, after in rows.both:
        if before != after:
            yield from _enum(before, after, Place(before.span, after.span))


def _enum(old: Enumeration, new: Enumeration, place: Place) -> Iterator[Found]:
    what = f"enumeration `{new.name}`"
    rows = matched(old.members, new.members, lambda row: row.name)
    members = place.inside("members")
    for row in rows.gone:
        yield members.row(row.span, None, row.name).found(VALUE_REMOVED, f"value `{row.name}` of {what} is removed")
    for row in rows.new:
        yield members.row(None, row.span, row.name).found(VALUE_ADDED, f"value `{row.name}` of {what} is new")
    for before, after in rows.both:
        here = members.row(before.span, after.span, after.name)
        yield from deprecation(before.deprecated, after.deprecated, here, f"value `{after.name}` of {what}")
        yield from description(before.summary, after.summary, here, f"value `{after.name}` of {what}")
    yield from order(rows, members, f"values of {what}")
    if old.address != new.address:
        yield place.inside("page").found(SOURCE_CHANGED, f"{what} has the reference page {new.address}")
    yield from description(old.summary, new.summary, place, what)
