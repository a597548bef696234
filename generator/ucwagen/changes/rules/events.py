"""The events that a resource raises."""

from __future__ import annotations

from collections.abc import Iterator

from ucwagen.changes.rules.found import Found, Place, description, fact, matched, named, order
from ucwagen.changes.types.rule import addition, breaking
from ucwagen.model.types.api import Event, Resource

REMOVED = breaking("event-removed", "A program that waits for it waits in vain.", mirror="event-added", gone=True)
ADDED = addition("event-added", "Streams of events bring one kind more.", mirror="event-removed")
SENDER_CHANGED = breaking(
    "event-sender-changed", "A program that looks at the sender of the event does not find it there."
)
RULES = (REMOVED, ADDED, SENDER_CHANGED)


def events(old: Resource, new: Resource, place: Place) -> Iterator[Found]:
    """The events of a resource that both sides have."""
    place = place.inside("events")
    rows = matched(old.events, new.events, lambda row: (row.type, row.resource))
    for row in rows.gone:
        yield place.inside(f"{row.type}.{row.resource}").found(REMOVED, f"event {_named(row, old)} is removed")
    for row in rows.new:
        yield place.inside(f"{row.type}.{row.resource}").found(ADDED, f"event {_named(row, new)} is new")
    for before, after in rows.both:
        here, what = place.inside(f"{after.type}.{after.resource}"), f"event {_named(after, new)}"
        if before.sender != after.sender:
            message = f"{what} comes from `{after.sender}`, was from `{before.sender}`"
            yield here.inside("sender").found(SENDER_CHANGED, message)
        yield from fact(before.priority, after.priority, here.inside("priority"), f"the priority of {what}")
        yield from description(before.summary, after.summary, here, what)
    yield from order(rows, place, f"events of `{new.ref.rel}`")


def _named(row: Event, owner: Resource) -> str:
    """An event in words; several resources can describe an event of one that has no page for it."""
    where = "" if row.resource == owner.ref.rel else f", at {named(owner.ref)},"
    return f"`{row.type}` of `{row.resource}`{where}"
