"""Type phrases: from the words of a property or parameter to what its value is on the wire."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ucwagen.diagnostics import Collector, nearest
from ucwagen.model.types.api import Enumeration, Kind, ValueType
from ucwagen.source.text import shown

if TYPE_CHECKING:
    from ucwagen.spec.types import ValueSpec

WORDS = {kind.value: kind for kind in Kind if kind is not Kind.ENUM}
NUMBERS = (Kind.INTEGER, Kind.NUMBER, Kind.DECIMAL)


def value_type(spec: ValueSpec, enums: Mapping[str, Enumeration], faults: Collector) -> ValueType:
    """The type of a property or parameter; faults where its name or its limits make no sense."""
    kind = WORDS.get(spec.type) or (Kind.ENUM if spec.type in enums else None)
    if kind is None:
        known = [*WORDS, *enums]
        otherwise = f"; use one of {', '.join(WORDS)}, or an enumeration that has a spec"
        faults.error(spec.span("type"), f"unknown type {shown(spec.type)}{nearest(spec.type, known) or otherwise}")
        kind = Kind.STRING
    else:
        _limits(spec, kind, faults)
    return ValueType(
        kind=kind,
        enum=enums.get(spec.type) if kind is Kind.ENUM else None,
        many=spec.many,
        nullable=spec.nullable,
        format=spec.format,
        max_length=spec.max_length,
        minimum=spec.minimum,
        maximum=spec.maximum,
    )


def _limits(spec: ValueSpec, kind: Kind, faults: Collector) -> None:
    for field in ("format", "max_length"):
        if getattr(spec, field) is not None and kind is not Kind.STRING:
            faults.error(spec.span(field), f"`{field}` is for strings, and the type is `{spec.type}`; remove it")
    if spec.max_length is not None and spec.max_length < 1:
        faults.error(spec.span("max_length"), f"`max_length` {spec.max_length} leaves no text; write 1 or more")
    for field in ("minimum", "maximum"):
        if getattr(spec, field) is not None and kind not in NUMBERS:
            faults.error(spec.span(field), f"`{field}` is for numbers, and the type is `{spec.type}`; remove it")
    if spec.minimum is not None and spec.maximum is not None and spec.minimum > spec.maximum:
        message = f"`minimum` {spec.minimum} is greater than `maximum` {spec.maximum}; swap or mend them"
        faults.error(spec.span("minimum"), message, (spec.span("maximum"), "the maximum"))
