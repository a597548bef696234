"""A type of the wire in words: its kind or its enumeration, its shape, and its limits."""

from __future__ import annotations

from collections.abc import Iterator

from ucwagen.model.types.api import Parameter, Property, ValueType
from ucwagen.reference.names import enum_link
from ucwagen.reference.text import Markdown, plain


def type_of(value: ValueType) -> Markdown:
    """The type, as a link where it is an enumeration."""
    one = enum_link(value.enum) if value.enum else Markdown(value.kind.value)
    return Markdown(f"list of {one}") if value.many else one


def notes_of(row: Property | Parameter) -> Markdown:
    """Format, limits, and what else a reader must know."""
    return Markdown(", ".join(_notes(row)))


def _notes(row: Property | Parameter) -> Iterator[Markdown]:
    value = row.type
    if value.format:
        yield plain(value.format)
    if value.max_length is not None:
        yield Markdown(f"{'each ' if value.many else ''}at most {value.max_length} characters")
    if value.minimum is not None:
        yield Markdown(f"at least {value.minimum}")
    if value.maximum is not None:
        yield Markdown(f"at most {value.maximum}")
    if value.nullable:
        yield Markdown("nullable")
    if row.deprecated:
        yield Markdown("deprecated")
    if isinstance(row, Property) and row.since > 1:
        yield Markdown(f"since revision {row.since}")
    if isinstance(row, Parameter) and row.is_minted:
        yield Markdown("made when left out")
