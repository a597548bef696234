"""Resources: those of one side alone, and the heads and parts of those that both have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ucwagen.changes.rules.deprecation import deprecation
from ucwagen.changes.rules.events import events
from ucwagen.changes.rules.found import SOURCE_CHANGED, Both, Found, Place, description, matched, named, order, said
from ucwagen.changes.rules.operations import operations
from ucwagen.changes.rules.shortcuts import shortcuts
from ucwagen.changes.rules.states import states
from ucwagen.changes.types.rule import addition, breaking, cosmetic
from ucwagen.model.types.api import Api, Resource, ResourceRef

REMOVED = breaking("resource-removed", "Its module and its classes are gone.", mirror="resource-added", gone=True)
ADDED = addition("resource-added", "The package has one module more.", mirror="resource-removed")
RENAMED = breaking("resource-renamed", "Its module and its classes have other names.")
REL_CHANGED = breaking("rel-changed", "Answers and links of the former relation are no longer known as this resource.")
REVISION_CHANGED = breaking("revision-changed", "Requests ask the server for another revision of the resource.")
STATE_REMOVED = breaking("state-removed", "Its class for states is gone.", mirror="state-added", gone=True)
STATE_ADDED = addition("state-added", "It has a class for states.", mirror="state-removed")
STATE_MOVED = breaking("state-moved", "Its states are of the class of another resource.")
ALIAS_REMOVED = breaking(
    "alias-removed", "Answers that say this relation are refused.", mirror="alias-added", gone=True
)
ALIAS_ADDED = addition("alias-added", "Answers that say this relation are taken.", mirror="alias-removed")
SCOPE_ADDED = addition(
    "scope-added", "The server asks an application for one permission more; the package refuses nothing.",
    mirror="scope-removed",
)  # fmt: skip
SCOPE_REMOVED = cosmetic("scope-removed", "An application needs one permission less.", mirror="scope-added", gone=True)
RULES = (
    REMOVED, ADDED, RENAMED, REL_CHANGED, REVISION_CHANGED, STATE_REMOVED, STATE_ADDED, STATE_MOVED, ALIAS_REMOVED,
    ALIAS_ADDED, SCOPE_ADDED, SCOPE_REMOVED,
)  # fmt: skip


def renamed_pages(old: Api, new: Api) -> Mapping[str, str]:
    """Pages that one side alone has, by the page of the other side that is about the same relation and revision."""
    rows = matched(old.resources, new.resources, lambda row: row.ref.page)
    found = {(row.ref.rel, row.ref.revision): row.ref.page for row in rows.new}
    same = ((row.ref.page, found.get((row.ref.rel, row.ref.revision))) for row in rows.gone)
    return {page: other for page, other in same if other}


def resources(both: Both, place: Place) -> Iterator[Found]:
    """Every resource of both sides."""
    mine = ((both.page(row.ref), row) for row in both.old.resources)
    theirs = ((row.ref.page, row) for row in both.new.resources)
    rows = matched(mine, theirs, lambda row: row[0])
    for _, row in rows.gone:
        what = f"resource {named(row.ref)}"
        yield Place(row.ref.span, place.new).found(REMOVED, f"{what} is removed")
    for _, row in rows.new:
        what = f"resource {named(row.ref)}"
        yield Place(place.old, row.ref.span).found(ADDED, f"{what} is new")
    for (_, before), (_, after) in rows.both:
        if before != after or both.renamed:
            yield from _resource(before, after, Place(before.ref.span, after.ref.span), both)


def _resource(old: Resource, new: Resource, place: Place, both: Both) -> Iterator[Found]:
    what = f"resource {named(new.ref)}"
    if old.ref.page != new.ref.page:
        yield place.inside("rel").found(RENAMED, f"{what} is called `{new.ref.page}`, was `{old.ref.page}`")
    yield from _head(old.ref, new.ref, place, both, what)
    yield from _scopes(old.scopes, new.scopes, place.inside("scopes"), what)
    yield from states(old, new, place, both)
    yield from shortcuts(old, new, place)
    yield from events(old, new, place)
    yield from operations(old, new, place, both)


def _head(old: ResourceRef, new: ResourceRef, place: Place, both: Both, what: str) -> Iterator[Found]:
    if old.rel != new.rel:
        yield place.inside("rel").found(REL_CHANGED, f"{what} was `{old.rel}`")
    if old.revision != new.revision:
        message = f"{what} is revision {new.revision}, was {old.revision}"
        yield place.inside("revision").found(REVISION_CHANGED, message)
    yield from _state(old, new, place, both, what)
    yield from _aliases(old.aliases, new.aliases, place.inside("aliases"), what)
    if old.address != new.address:
        yield place.inside("page").found(SOURCE_CHANGED, f"{what} has the reference page {new.address}")
    yield from deprecation(old.deprecated, new.deprecated, place, what)
    yield from description(old.summary, new.summary, place, what)


def _state(old: ResourceRef, new: ResourceRef, place: Place, both: Both, what: str) -> Iterator[Found]:
    """Whose class its states have."""
    moved = both.leads_elsewhere(old.revises, new.revises) or both.leads_elsewhere(old.represents, new.represents)
    if moved:
        key = "represents" if old.represents or new.represents else "revises"
        yield place.inside(key).found(
            STATE_MOVED, f"states of {what} are those of {_owner(new)}, were of {_owner(old)}"
        )
    elif old.has_state and not new.has_state:
        yield place.found(STATE_REMOVED, f"{what} has no states any more")
    elif new.has_state and not old.has_state:
        yield place.found(STATE_ADDED, f"{what} has states")


def _aliases(old: tuple[str, ...], new: tuple[str, ...], place: Place, what: str) -> Iterator[Found]:
    rows = matched(old, new, lambda row: row)
    for row in rows.gone:
        yield place.inside(row).found(ALIAS_REMOVED, f"states of {what} may no longer say `{row}`")
    for row in rows.new:
        yield place.inside(row).found(ALIAS_ADDED, f"states of {what} may say `{row}`")
    yield from order(rows, place, f"aliases of {what}")


def _scopes(old: tuple[str, ...], new: tuple[str, ...], place: Place, what: str) -> Iterator[Found]:
    rows = matched(old, new, lambda row: row)
    if rows.gone:
        yield place.found(SCOPE_REMOVED, f"{what} no longer needs the permission {said(rows.gone)}")
    if rows.new:
        yield place.found(SCOPE_ADDED, f"{what} needs the permission {said(rows.new)}")
    yield from order(rows, place, f"scopes of {what}")


def _owner(ref: ResourceRef) -> str:
    return f"`{ref.owner.page}`"
