"""The linked API: names resolved to objects, shared rows expanded, nothing about Python or YAML left."""

from __future__ import annotations

from dataclasses import dataclass

from ucwagen.model.types.errors import ErrorKind, ErrorRow, Reason
from ucwagen.model.types.parameters import Parameter, Place
from ucwagen.model.types.resources import (
    Event,
    Gives,
    Operation,
    OwnTables,
    Property,
    Relation,
    ResourceRef,
    Returns,
)
from ucwagen.model.types.settings import Author, Doctor, Expired, Minted, OwnGrant, Package, SignIn, TokenService, Xml
from ucwagen.model.types.shortcuts import Constant, Fill, Shortcut
from ucwagen.model.types.wire import Enumeration, GivenName, Kind, Member, ValueType

__all__ = [
    "Api",
    "Author",
    "Constant",
    "Doctor",
    "EntryPoint",
    "Enumeration",
    "ErrorKind",
    "ErrorRow",
    "Event",
    "Expired",
    "Fill",
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
    "Shortcut",
    "SignIn",
    "TokenService",
    "ValueType",
    "Xml",
]  # fmt: skip


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
    shortcuts: tuple[Shortcut, ...] = ()


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
