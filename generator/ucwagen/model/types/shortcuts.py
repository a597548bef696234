"""Shortcuts: calls of other links as methods of a state."""

from __future__ import annotations

from dataclasses import dataclass, field

from ucwagen.diagnostics import Span
from ucwagen.model.types.parameters import Parameter
from ucwagen.model.types.resources import Operation, Property, Relation
from ucwagen.model.types.wire import GivenName

Constant = str | bool | int | float | tuple[str | bool | int | float, ...]
"""A value that a spec states, as the wire has it; a tuple for a parameter with many values."""


@dataclass(frozen=True, slots=True)
class Fill:
    """A parameter that a shortcut fills: from a property of its state, or else with a constant.

    ``replaceable`` tells whether the caller can give another value.
    """

    parameter: Parameter
    source: Property | None
    value: Constant | None
    replaceable: bool


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A method of a state that gives a call of ``operation`` of ``link``.

    The link is one of the state itself, or of the state to which ``embedded`` and then ``reads`` lead: embedded
    resources, the outer one first, and links whose states are read before, each by a GET. ``positional`` are parameters
    that the caller gives by position. Parameters without a fill are arguments. ``content_type`` is None where it is an
    argument, or where the operation sends no content of its own.
    """

    name: str
    summary: str
    embedded: tuple[Relation, ...]
    reads: tuple[Relation, ...]
    link: Relation
    operation: Operation
    positional: tuple[Parameter, ...]
    content_type: str | None
    fills: tuple[Fill, ...]
    given: GivenName | None
    span: Span = field(repr=False, compare=False)
