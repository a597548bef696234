"""The shortcuts of a state: methods that give calls of other links."""

from __future__ import annotations

from collections.abc import Iterator

from ucwagen.changes.rules.found import Found, Place, description, matched, named, order, said, setting
from ucwagen.changes.types.rule import addition, breaking
from ucwagen.model.types.api import Resource
from ucwagen.model.types.shortcuts import Fill, Shortcut

REMOVED = breaking("shortcut-removed", "Code that calls the method fails.", mirror="shortcut-added", gone=True)
ADDED = addition("shortcut-added", "States have one method more.", mirror="shortcut-removed")
CALL_CHANGED = breaking("shortcut-call-changed", "The method gives another call, or reads others before it.")
POSITIONAL_CHANGED = breaking(
    "shortcut-positional-changed", "Arguments by position are taken for others, or are refused."
)
CONTENT_TYPE_CHANGED = breaking(
    "shortcut-content-type-changed", "The method sends its content as another type, or asks for the type."
)
ARGUMENT_REMOVED = breaking(
    "shortcut-argument-removed", "Calls that give it raise TypeError.", mirror="shortcut-argument-added", gone=True
)
ARGUMENT_ADDED = addition("shortcut-argument-added", "Calls may leave it out.", mirror="shortcut-argument-removed")
ARGUMENT_REQUIRED = breaking(
    "shortcut-argument-became-required",
    "Calls that leave it out raise TypeError.",
    mirror="shortcut-argument-became-optional",
)
ARGUMENT_OPTIONAL = addition(
    "shortcut-argument-became-optional", "Calls may leave it out.", mirror="shortcut-argument-became-required"
)
VALUE_CHANGED = breaking("shortcut-value-changed", "Calls that leave it out send another value.")
RULES = (
    REMOVED, ADDED, CALL_CHANGED, POSITIONAL_CHANGED, CONTENT_TYPE_CHANGED, ARGUMENT_REMOVED, ARGUMENT_ADDED,
    ARGUMENT_REQUIRED, ARGUMENT_OPTIONAL, VALUE_CHANGED,
)  # fmt: skip


def shortcuts(old: Resource, new: Resource, place: Place) -> Iterator[Found]:
    """The shortcuts of a state that both sides have."""
    rows = matched(old.shortcuts, new.shortcuts, lambda row: row.name)
    place, of = Place(place.old, place.new, f"shortcuts.{new.ref.page}"), f"of {named(new.ref)}"
    for row in rows.gone:
        yield place.row(row.span, None, row.name).found(REMOVED, f"shortcut `{row.name}` {of} is removed")
    for row in rows.new:
        yield place.row(None, row.span, row.name).found(ADDED, f"shortcut `{row.name}` {of} is new")
    for before, after in rows.both:
        here = place.row(before.span, after.span, after.name)
        yield from _shortcut(before, after, here, f"shortcut `{after.name}` {of}")
    if rows.reordered:
        (_, first), *_ = rows.both
        yield from order(rows, place.row(None, first.span, first.name), f"shortcuts {of}")


def _shortcut(old: Shortcut, new: Shortcut, place: Place, what: str) -> Iterator[Found]:
    yield from setting(_way(old), _way(new), CALL_CHANGED, place, f"the call of {what}")
    positional = _positional(old), _positional(new)
    yield from setting(*positional, POSITIONAL_CHANGED, place.inside("positional"), f"`positional` of {what}")
    types = old.content_type, new.content_type
    yield from setting(*types, CONTENT_TYPE_CHANGED, place.inside("content_type"), f"the content type of {what}")
    for name in _names(old):
        if name in _names(new):
            yield from _argument(old, new, name, place.inside(f"parameters.{name}"), what)
    yield from description(old.summary, new.summary, place, what)


def _argument(old: Shortcut, new: Shortcut, name: str, place: Place, what: str) -> Iterator[Found]:
    """A parameter of both operations, given by name; changes of the operations themselves are reported there."""
    asked, asks = _asks(old, name), _asks(new, name)
    argument = f"argument `{name}` of {what}"
    if asked is not None and asks is None and name not in _positional(new):
        yield place.found(ARGUMENT_REMOVED, f"{argument} is removed")
    elif asks is not None and asked is None and name not in _positional(old):
        yield place.found(ARGUMENT_ADDED, f"{argument} is new")
    elif asked is False and asks:
        yield place.found(ARGUMENT_REQUIRED, f"{argument} is required now")
    elif asked and asks is False:
        yield place.found(ARGUMENT_OPTIONAL, f"{argument} is optional now")
    if not asked and not asks:
        values = _value(_fill(old, name)), _value(_fill(new, name))
        yield from setting(*values, VALUE_CHANGED, place, f"what {what} sends as `{name}`")


def _asks(row: Shortcut, name: str) -> bool | None:
    """Whether a call must give the parameter by name; None where that is no argument by name."""
    fill = _fill(row, name)
    if name in _positional(row) or (fill and not fill.replaceable):
        return None
    return fill is None and any(each.name == name and row.operation.asks_for(each) for each in row.operation.parameters)


def _way(row: Shortcut) -> str:
    """The call in words: the way to the link, and the method."""
    steps = (*(f"embedded {each.rel}" for each in row.embedded), *(f"GET {each.rel}" for each in row.reads))
    return ", ".join((*steps, f"{row.operation.method} {row.link.rel}"))


def _positional(row: Shortcut) -> tuple[str, ...]:
    return tuple(each.name for each in row.positional)


def _names(row: Shortcut) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys((*(each.name for each in row.operation.parameters), *(f.parameter.name for f in row.fills)))
    )


def _fill(row: Shortcut, name: str) -> Fill | None:
    return next((fill for fill in row.fills if fill.parameter.name == name), None)


def _value(fill: Fill | None) -> str | None:
    if fill is None:
        return None
    return f"property {fill.source.name}" if fill.source else str(said(fill.value)).strip("`")
