"""The linked API: names resolved to objects, shared rows expanded, nothing about Python or YAML left."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum as Choice

from ucwagen.diagnostics import Span
from ucwagen.model.types.errors import ErrorKind, ErrorRow, Reason
from ucwagen.model.types.parameters import Parameter, Place
from ucwagen.model.types.settings import Author, Doctor, Expired, Minted, OwnGrant, Package, SignIn, TokenService, Xml
from ucwagen.model.types.wire import Enumeration, GivenName, Kind, Member, ValueType
from ucwagen.spec.words import NONE, WITH_BODY

__all__ = [
    "Api",
    "Author",
    "Doctor",
    "EntryPoint",
    "Enumeration",
    "ErrorKind",
    "ErrorRow",
    "Event",
    "Expired",
    "GivenName",
    "Gives",
    "Kind",
    "Member",
    "Minted",
    "Operation",
    "OwnGrant",
    "OwnTables",
    "Package",
    "Parameter",
    "Place",
    "Property",
    "Reason",
    "Relation",
    "Resource",
    "ResourceRef",
    "Returns",
    "SignIn",
    "TokenService",
    "ValueType",
    "Xml",
]  # fmt: skip


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
class Resource:
    """A resource: what its state holds (nothing where it has none of its own) and what can be done with its link.

    Properties, links and embedded resources that a revision adds stand with the base resource (see ``since``), and
    also, as its page gives them, in the revision's own ``stated`` tables, which ``ucwagen model`` prints.
    """

    ref: ResourceRef
    scopes: tuple[str, ...]
    properties: tuple[Property, ...]
    links: tuple[Relation, ...]
    embedded: tuple[Relation, ...]
    stated: OwnTables
    events: tuple[Event, ...]
    operations: tuple[Operation, ...]


@dataclass(frozen=True, slots=True)
class OwnTables:
    """The state as described by the resource's own spec, even if another resource owns that state."""

    properties: tuple[Property, ...]
    links: tuple[Relation, ...]
    embedded: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class EntryPoint:
    """Where the API begins: a path below the address of the server, and the resource there, if it has a spec."""

    path: str
    resource: ResourceRef | None


@dataclass(frozen=True, slots=True)
class Api:
    """Everything the specs say. Resources and enumerations are sorted by name; errors and rows keep the order of their
    spec. ``editions`` has the newest last; ``discovery`` lists host labels and is empty where there is none; ``minted``
    begins with the operation ID; ``roles`` maps a role to its resource; ``groups`` are shared error rows by name."""

    package: Package
    reference: str
    editions: tuple[str, ...]
    xml: Xml | None
    json_types: tuple[str, ...]
    xml_types: tuple[str, ...]
    headers: tuple[tuple[str, str], ...]
    entry: EntryPoint
    discovery: tuple[str, ...]
    sign_in: SignIn | None
    doctor: Doctor
    lost: str | None
    time_spans: str
    roles: tuple[tuple[str, ResourceRef], ...]
    operation_id: str | None
    minted: tuple[Minted, ...]
    acronyms: tuple[str, ...]
    resources: tuple[Resource, ...]
    enums: tuple[Enumeration, ...]
    errors: tuple[ErrorKind, ...]
    generic: tuple[ErrorRow, ...]
    groups: tuple[tuple[str, tuple[ErrorRow, ...]], ...]
    subcodes: tuple[Member, ...]
