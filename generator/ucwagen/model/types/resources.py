"""The parts of a resource: references, rows of its tables, operations and events."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum as Choice

from ucwagen.diagnostics import Span
from ucwagen.model.types.errors import ErrorRow, Reason
from ucwagen.model.types.parameters import Parameter, Place
from ucwagen.model.types.wire import GivenName, ValueType
from ucwagen.spec.words import NONE, WITH_BODY


@dataclass(frozen=True, slots=True)
class ResourceRef:
    """What one resource needs to know of another: page, rel, address, and whose state its representation has.

    ``has_state`` tells whether the resource owns a state class: it neither represents nor revises another, and has
    properties, links or embedded resources, or is given back by an operation, or is embedded somewhere.
    ``aliases`` are other rels that its representation may say.
    """

    page: str
    rel: str
    address: str | None
    summary: str
    revision: int
    revises: ResourceRef | None
    represents: ResourceRef | None
    aliases: tuple[str, ...]
    has_state: bool
    deprecated: bool
    given: GivenName | None
    span: Span = field(repr=False, compare=False)

    @property
    def owner(self) -> ResourceRef:
        """The resource whose state class a representation of this resource has."""
        other = self.represents or self.revises
        return other.owner if other else self


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a state. ``since`` is the revision that added it, 1 for the base."""

    name: str
    type: ValueType
    summary: str
    since: int
    deprecated: bool
    given: GivenName | None
    span: Span = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Relation:
    """A link or an embedded resource of a state; ``target`` is None where it leads to nothing that has a spec."""

    rel: str
    target: ResourceRef | None
    many: bool
    summary: str
    since: int
    deprecated: bool
    given: GivenName | None
    span: Span = field(repr=False, compare=False)


class Gives(Choice):
    """What an operation gives back."""

    STATE = "state"
    LOCATION = "location"
    NOTHING = NONE
    CONTENT = "content"
    HEADERS = "headers"
    DOCUMENT = "document"
    EVENTS = "events"


@dataclass(frozen=True, slots=True)
class Returns:
    """What an operation gives back: of a resource, of a media type, or nothing."""

    gives: Gives
    resource: ResourceRef | None = None
    media_type: str | None = None


@dataclass(frozen=True, slots=True)
class Operation:
    """An HTTP method on a resource. ``content`` lists media types where the request body is not the usual input."""

    method: str
    summary: str
    parameters: tuple[Parameter, ...]
    content: tuple[str, ...]
    returns: Returns
    errors: tuple[ErrorRow, ...]
    reasons: tuple[Reason, ...]
    deprecated: bool
    span: Span = field(repr=False, compare=False)

    @property
    def takes_input(self) -> bool:
        """Whether parameters can travel in the body."""
        return self.method in WITH_BODY and not self.content

    def place(self, parameter: Parameter) -> Place:
        """The place where one of its parameters travels."""
        return parameter.places[0 if self.takes_input else -1]

    def demands(self, parameter: Parameter) -> bool:
        """Whether the server must get the parameter."""
        return self.place(parameter) in parameter.required_in

    def asks_for(self, parameter: Parameter) -> bool:
        """Whether the caller must give the parameter: the server demands it, and it is not made when left out."""
        return self.demands(parameter) and not parameter.is_minted


@dataclass(frozen=True, slots=True)
class Event:
    """An event that a resource raises."""

    type: str
    resource: str
    priority: str
    sender: str
    summary: str


@dataclass(frozen=True, slots=True)
class OwnTables:
    """The state as described by the resource's own spec, even if another resource owns that state."""

    properties: tuple[Property, ...]
    links: tuple[Relation, ...]
    embedded: tuple[Relation, ...]
