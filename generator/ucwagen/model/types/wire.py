"""Wire types: the closed vocabulary of kinds, enumerations, and what a single value is."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum as Choice

from ucwagen.diagnostics import Span


class Kind(Choice):
    """The closed vocabulary of wire types."""

    STRING = "string"
    BOOLEAN = "boolean"
    INTEGER = "integer"
    NUMBER = "number"
    DECIMAL = "decimal"
    DATETIME = "datetime"
    DATE = "date"
    TIMESPAN = "timespan"
    UUID = "uuid"
    BYTES = "bytes"
    OBJECT = "object"
    DATA = "data"
    ENUM = "enum"


@dataclass(frozen=True, slots=True)
class GivenName:
    """A name in the target language that a spec gives, in place of the one that follows from the wire name."""

    text: str
    span: Span = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Member:
    """A member of an enumeration, by its wire name."""

    name: str
    summary: str
    deprecated: bool
    given: GivenName | None
    span: Span = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A closed set of names that the server may extend."""

    name: str
    address: str | None
    summary: str
    members: tuple[Member, ...]
    given: GivenName | None
    span: Span = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class ValueType:
    """What a value is on the wire."""

    kind: Kind
    enum: Enumeration | None = None
    many: bool = False
    nullable: bool = False
    format: str | None = None
    max_length: int | None = None
    minimum: int | None = None
    maximum: int | None = None
