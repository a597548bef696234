"""A documented message comes in; its bodies go out, each with the types that the specs give its properties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ucwagen.lint.bodies import Content, bodies_of_events, content_of
from ucwagen.model.types.api import Api, Gives, Operation, Place, Resource, ValueType
from ucwagen.source.http import EVENT, Example, Message, split

Types = Mapping[str, ValueType]


@dataclass(frozen=True)
class Known:
    """What the specs say, found by name."""

    api: Api
    pages: Mapping[str, Resource] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "pages", {resource.ref.page: resource for resource in self.api.resources})

    @cached_property
    def rels(self) -> Mapping[str, Resource]:
        """The first revision of each resource, by its rel."""
        return {one.ref.rel: one for one in self.api.resources if one.ref.revision == 1}

    @cached_property
    def states(self) -> Mapping[str, Types]:
        """The types of all properties of each state, by the page that owns it."""
        found: dict[str, dict[str, ValueType]] = {}
        for one in self.api.resources:
            rows = [*one.stated.properties, *one.properties]
            found.setdefault(one.ref.owner.page, {}).update({row.name: row.type for row in rows})
        return found

    def state(self, resource: Resource | None) -> Types:
        """The types of the properties in a representation of the resource."""
        return self.states.get(resource.ref.owner.page, {}) if resource else {}


def typed(
    known: Known, example: Example, operation: Operation | None, tree: Any
) -> Iterator[tuple[str, Content, Types]]:
    """The bodies of a message, each with its path and the types that it should have."""
    if isinstance(tree, list | str | int | float | None):
        return
    if example.direction == "request":
        rows = operation.parameters if operation else ()
        sent = {row.name: row.type for row in rows if operation and operation.place(row) is Place.BODY}
        yield "$", content_of(tree), sent
    elif example.direction == EVENT or (operation and operation.returns.gives is Gives.EVENTS):
        for key, inside in bodies_of_events(tree) if isinstance(tree, Mapping) else ():
            yield from _resources(known, inside, known.rels.get(key), f"$._embedded.{key}")
    elif status_of(split(example.text)) < 400:
        gives = operation.returns if operation else None
        ref = gives.resource if gives and gives.gives is Gives.STATE else None
        yield from _resources(known, content_of(tree), known.pages.get(ref.page) if ref else None, "$")


def _resources(
    known: Known, found: Content, resource: Resource | None, path: str
) -> Iterator[tuple[str, Content, Types]]:
    """A resource and those embedded in it. The rel that one bears is of more weight than the place where it stands."""
    actual = known.rels.get(found.rel or "") or resource
    yield path, found, known.state(actual)
    targets = {row.rel: row.target for row in actual.embedded} if actual else {}
    for key, inside in found.embedded:
        target = targets.get(key)
        of = known.pages.get(target.page) if target else known.rels.get(key)
        yield from _resources(known, inside, of, f"{path}._embedded.{key}")


def status_of(message: Message) -> int:
    """The status of a response; 200 for what is none."""
    return int(message.start.split(" ")[1]) if message.start.startswith("HTTP/") else 200
