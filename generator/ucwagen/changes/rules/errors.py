"""The classes of errors: errors by name, subcodes, and pairs of both."""

from __future__ import annotations

from collections.abc import Iterator

from ucwagen.changes.rules.deprecation import deprecation
from ucwagen.changes.rules.found import Both, Found, Names, Place, description, matched, order
from ucwagen.changes.types.rule import addition, breaking
from ucwagen.model.types.api import ErrorKind, Member

CATCHES = "Code that catches its class fails."
REMOVED = breaking("error-removed", CATCHES, mirror="error-added", gone=True)
ADDED = addition("error-added", "The package has one class of errors more.", mirror="error-removed")
STATUS_CHANGED = breaking("error-status-changed", "Answers of the former status are no longer raised as its class.")
ALIAS_CHANGED = breaking("error-alias-changed", "Its name stands for another class, so that code catches other errors.")
SUBCODE_REMOVED = breaking("subcode-removed", CATCHES, mirror="subcode-added", gone=True)
SUBCODE_ADDED = addition("subcode-added", "The package has one class of subcodes more.", mirror="subcode-removed")
PAIR_REMOVED = breaking("error-class-removed", CATCHES, mirror="error-class-added", gone=True)
PAIR_ADDED = addition(
    "error-class-added", "An error with a subcode has a class of its own.", mirror="error-class-removed"
)
RULES = (REMOVED, ADDED, STATUS_CHANGED, ALIAS_CHANGED, SUBCODE_REMOVED, SUBCODE_ADDED, PAIR_REMOVED, PAIR_ADDED)
PAIR = "error with subcode"


def errors(both: Both, place: Place) -> Iterator[Found]:
    """Every class of errors of both sides."""
    place = place.inside("errors")
    rows = matched(both.old.errors, both.new.errors, lambda row: row.name)
    for row in rows.gone:
        yield place.row(row.span, None, row.name).found(REMOVED, f"error `{row.name}` is removed")
    for row in rows.new:
        yield place.row(None, row.span, row.name).found(ADDED, f"error `{row.name}` is new")
    for before, after in rows.both:
        yield from _kind(before, after, place.row(before.span, after.span, after.name))
    yield from order(rows, place, "errors")
    yield from _subcodes(both.old.subcodes, both.new.subcodes, place)
    yield from _pairs(both, place)


def _kind(old: ErrorKind, new: ErrorKind, place: Place) -> Iterator[Found]:
    what = f"error `{new.name}`"
    if old.code != new.code:
        yield place.inside("code").found(STATUS_CHANGED, f"{what} has the status {new.code}, was {old.code}")
    if old.alias_of != new.alias_of:
        message = f"{what} is {_kind_phrase(new)}, was {_kind_phrase(old)}"
        yield place.inside("alias_of").found(ALIAS_CHANGED, message)
    yield from description(old.summary, new.summary, place, what)


def _kind_phrase(kind: ErrorKind) -> str:
    return f"another name of `{kind.alias_of}`" if kind.alias_of else "a class of its own"


def _subcodes(old: tuple[Member, ...], new: tuple[Member, ...], place: Place) -> Iterator[Found]:
    rows = matched(old, new, lambda row: row.name)
    for row in rows.gone:
        here = Place(row.span, place.new, f"members.{row.name}")
        yield here.found(SUBCODE_REMOVED, f"subcode `{row.name}` is removed")
    for row in rows.new:
        here = Place(place.old, row.span, f"members.{row.name}")
        yield here.found(SUBCODE_ADDED, f"subcode `{row.name}` is new")
    for before, after in rows.both:
        here = Place(before.span, after.span, f"members.{after.name}")
        yield from deprecation(before.deprecated, after.deprecated, here, f"subcode `{after.name}`")
        yield from description(before.summary, after.summary, here, f"subcode `{after.name}`")
    yield from order(rows, place, "subcodes")


def _pairs(both: Both, place: Place) -> Iterator[Found]:
    """Classes of pairs whose error and subcode both sides have; the others are gone, or new, with one of these."""
    parts = _parts(both.old_names) & _parts(both.new_names)
    mine, theirs = _of_pairs(both.old_names), _of_pairs(both.new_names)
    for pair in sorted(mine.keys() ^ theirs.keys()):
        if parts >= {("error", pair[0]), ("subcode", pair[1])}:
            rule, name = (PAIR_ADDED, theirs[pair]) if pair in theirs else (PAIR_REMOVED, mine[pair])
            word = "is new" if pair in theirs else "is removed: no operation documents the pair any more"
            yield place.inside(".".join(pair)).found(rule, f"class `{name}` {word}")


def _of_pairs(names: Names) -> dict[tuple[str, str], str]:
    return {(key[1], key[2]): name for key, name in names.items() if key[0] == PAIR}


def _parts(names: Names) -> set[tuple[str, ...]]:
    return {key for key in names if key[0] in ("error", "subcode")}
