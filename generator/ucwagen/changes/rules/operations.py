"""The operations of a resource: methods, what they take and what they give back."""

from __future__ import annotations

from collections.abc import Iterator

from ucwagen.changes.rules.deprecation import deprecation
from ucwagen.changes.rules.error_rows import errors, reasons
from ucwagen.changes.rules.found import Both, Found, Place, description, matched, named, order, said
from ucwagen.changes.rules.parameters import parameters
from ucwagen.changes.types.rule import addition, breaking
from ucwagen.model.types.api import Gives, Operation, Resource, Returns

REMOVED = breaking(
    "operation-removed", "Code that calls the method of the link fails.", mirror="operation-added", gone=True
)
ADDED = addition("operation-added", "The link has one method more.", mirror="operation-removed")
RETURNS_CHANGED = breaking("operation-returns-changed", "The outcome of a call is of another type.")
CONTENT_CHANGED = breaking(
    "request-content-changed", "The method takes content in place of parameters, or the other way round."
)
CONTENT_REMOVED = breaking(
    "request-content-type-removed",
    "The server need not take content of this media type any more.",
    mirror="request-content-type-added",
    gone=True,
)
CONTENT_ADDED = addition(
    "request-content-type-added",
    "Calls may send content of one media type more.",
    mirror="request-content-type-removed",
)
CONTENT_DEFAULT = breaking("request-content-default-changed", "Calls that name no media type send another one.")
RULES = (
    REMOVED, ADDED, RETURNS_CHANGED, CONTENT_CHANGED, CONTENT_REMOVED, CONTENT_ADDED, CONTENT_DEFAULT,
)  # fmt: skip


def operations(old: Resource, new: Resource, place: Place, both: Both) -> Iterator[Found]:
    """The operations of a resource that both sides have."""
    place = place.inside("operations")
    rows = matched(old.operations, new.operations, lambda row: row.method)
    of = named(new.ref)
    for row in rows.gone:
        yield place.row(row.span, None, row.method).found(REMOVED, f"{row.method} of {of} is removed")
    for row in rows.new:
        yield place.row(None, row.span, row.method).found(ADDED, f"{row.method} of {of} is new")
    for before, after in rows.both:
        here = place.row(before.span, after.span, after.method)
        yield from _operation(before, after, here, both, f"{after.method} of {of}")
    yield from order(rows, place, f"operations of {of}")


def _operation(old: Operation, new: Operation, place: Place, both: Both, what: str) -> Iterator[Found]:
    yield from parameters(old, new, place.inside("parameters"), f"of {what}")
    yield from _content(old.content, new.content, place.inside("request"), what)
    yield from _returns(old.returns, new.returns, place.inside("returns"), both, what)
    yield from errors(old.errors, new.errors, place.inside("errors"), what)
    yield from reasons(old.reasons, new.reasons, place.inside("reasons"), what)
    yield from deprecation(old.deprecated, new.deprecated, place, what)
    yield from description(old.summary, new.summary, place, what)


def _content(old: tuple[str, ...], new: tuple[str, ...], place: Place, what: str) -> Iterator[Found]:
    if bool(old) != bool(new):
        yield place.found(CONTENT_CHANGED, f"{what} takes {_takes(new)}, was {_takes(old)}")
        return
    rows = matched(old, new, lambda row: row)
    for row in rows.gone:
        yield place.found(CONTENT_REMOVED, f"{what} no longer takes content of type `{row}`")
    for row in rows.new:
        yield place.found(CONTENT_ADDED, f"{what} takes content of type `{row}` too")
    if old[:1] != new[:1]:
        yield place.found(CONTENT_DEFAULT, f"{what} sends `{new[0]}` where a call names no type, was `{old[0]}`")
    else:
        yield from order(rows, place, f"media types of {what}")


def _returns(old: Returns, new: Returns, place: Place, both: Both, what: str) -> Iterator[Found]:
    elsewhere = both.leads_elsewhere(old.resource, new.resource)
    if elsewhere or (old.gives, old.media_type) != (new.gives, new.media_type):
        yield place.found(RETURNS_CHANGED, f"{what} gives back {_given(new)}, was {_given(old)}")


def _takes(content: tuple[str, ...]) -> str:
    return f"content of type {said(content)}" if content else "parameters alone"


def _given(returns: Returns) -> str:
    if returns.gives is Gives.CONTENT:
        return f"content of type `{returns.media_type}`"
    if returns.resource is None:
        return "nothing" if returns.gives is Gives.NOTHING else f"`{returns.gives.value}`"
    if returns.gives is Gives.EVENTS:
        return f"a page of events, `{returns.resource.page}`"
    return (
        f"the location of `{returns.resource.page}`"
        if returns.gives is Gives.LOCATION
        else f"`{returns.resource.page}`"
    )
