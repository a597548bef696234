"""Second pass over the resources: properties, links, embedded resources, events and operations of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from ucwagen.model.resources.names import Names
from ucwagen.model.resources.operations import operation
from ucwagen.model.types.api import Event, Operation, OwnTables, Property, Relation, ResourceRef
from ucwagen.model.words.given import given_name
from ucwagen.model.words.lookup import ErrorText, find
from ucwagen.model.words.values import value_type
from ucwagen.source.text import shown
from ucwagen.spec.words import NONE

if TYPE_CHECKING:
    from ucwagen.spec.types import EventSpec, LinkSpec, ResourceSpec

SELF = "self"
"""The link relation that leads to the resource itself (RFC 4287)."""
ITSELF = "The resource itself."


def rels(specs: Mapping[str, ResourceSpec]) -> dict[str, str]:
    """Every rel that the specs speak of (of a resource, a link or an embedded resource), with a page that does."""
    return {name: page for page, spec in specs.items() for name in (spec.rel, *spec.links, *spec.embedded)}


def scopes(spec: ResourceSpec, names: Names) -> tuple[str, ...]:
    """Which of the scopes the user must have granted."""
    for index, scope in enumerate(spec.scopes):
        if scope in spec.scopes[:index]:
            names.faults.error(spec.span("scopes", index), f"scope {shown(scope)} is given twice; keep one")
    return spec.scopes


def stated(spec: ResourceSpec, ref: ResourceRef, names: Names) -> OwnTables:
    """The tables of a resource's state, as its own spec gives them."""
    properties = (
        Property(
            name=name,
            type=value_type(row, names.enums, names.faults),
            summary=row.summary,
            since=ref.revision,
            deprecated=row.deprecated,
            given=given_name(row),
            span=row.key,
        )
        for name, row in spec.properties.items()
    )
    return OwnTables(
        properties=tuple(properties),
        links=tuple(_relations("link", spec.links, ref, names)),
        embedded=tuple(_relations("embedded resource", spec.embedded, ref, names)),
    )


def events(spec: ResourceSpec, names: Names) -> tuple[Event, ...]:
    """The events that a resource raises; both names in each are rels that the specs speak of."""
    return tuple(_event(row, spec.rel, names) for row in spec.events)


def operations(spec: ResourceSpec, names: Names) -> tuple[Operation, ...]:
    """What can be done with a link to the resource."""
    return tuple(operation(method, row, names) for method, row in spec.operations.items())


def _event(row: EventSpec, own: str, names: Names) -> Event:
    for field in ("resource", "sender"):
        rel = getattr(row, field)
        if rel is not None:
            text = ErrorText(
                f"`{field}` of an event names unknown rel", "no resource, link or embedded resource has it"
            )
            find(names.rels, rel, row.span(field), names.faults, text)
    return Event(row.type, row.resource or own, row.priority, row.sender, row.summary)


def _relations(what: str, table: Mapping[str, LinkSpec], ref: ResourceRef, names: Names) -> Iterator[Relation]:
    for rel, row in table.items():
        target = _target(what, rel, row, ref, names)
        summary = row.summary or (ITSELF if target is ref else target.summary if target else "")
        yield Relation(rel, target, row.many, summary, ref.revision, row.deprecated, given_name(row), row.key)


def _target(what: str, rel: str, row: LinkSpec, ref: ResourceRef, names: Names) -> ResourceRef | None:
    if row.to == NONE:
        return None
    if row.to is None and rel == SELF:
        return ref
    place = row.key if row.to is None else row.span("to")
    text = ErrorText(f"{what} `{rel}` points to unknown resource", "write its spec, or say `to: none`")
    return find(names.refs, row.to or rel, place, names.faults, text)
