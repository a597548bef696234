"""Parameters of operations: what each is, and the places in which it can travel."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum as Choice

from ucwagen.diagnostics import Span
from ucwagen.model.types.wire import GivenName, ValueType


class Place(Choice):
    """Where a parameter travels."""

    BODY = "body"
    QUERY = "query"
    HEADER = "header"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of an operation: the places that it can have, and those in which the server demands it.

    Of two places the first is the one that it has where the operation takes an input. ``comma`` tells whether a list
    stands in the query as one text, with a comma between the items, and not as the same name several times.
    """

    name: str
    type: ValueType
    places: tuple[Place, ...]
    required_in: tuple[Place, ...]
    comma: bool
    is_operation_id: bool
    is_minted: bool
    deprecated: bool
    summary: str
    given: GivenName | None
    span: Span = field(repr=False, compare=False)
