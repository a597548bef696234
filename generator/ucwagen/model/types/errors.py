"""Errors and asynchronous reasons, as documented."""

from __future__ import annotations

from dataclasses import dataclass, field

from ucwagen.diagnostics import Span
from ucwagen.model.types.wire import GivenName


@dataclass(frozen=True, slots=True)
class ErrorKind:
    """An error by name and HTTP status."""

    name: str
    code: int
    alias_of: str | None
    summary: str
    given: GivenName | None
    span: Span = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class ErrorRow:
    """A documented error of an operation. ``group`` names the shared group that it came from, if any."""

    error: ErrorKind
    code: int
    subcode: str | None
    summary: str
    group: str | None
    span: Span = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Reason:
    """A documented asynchronous reason of an operation."""

    code: str
    subcode: str | None
    summary: str
    span: Span = field(repr=False, compare=False)
