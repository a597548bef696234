"""A value of a documented message in, the Python expression for it out: what a program would write there."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from ucwagen.model.types.api import Kind, ValueType
from ucwagen.python.text.literals import Code, literal

TICKS = re.compile(r"/Date\((-?\d+)\)/")
TIMES = "from datetime import UTC, datetime"
PLACEHOLDERS = {Kind.STRING: '"…"', Kind.BOOLEAN: "True", Kind.INTEGER: "1", Kind.NUMBER: "1.0", Kind.ENUM: '"…"'}
"""Values of required arguments that no message shows."""


def expression(value: ValueType, wire: Any, package: str, imports: set[str]) -> str | None:
    """The expression, if its kind has a short one; ``imports`` gets the lines that it needs."""
    if isinstance(wire, list):
        items = [_one(value, item, package, imports) for item in wire]
        return f"[{', '.join(item for item in items if item)}]" if value.many and all(items) else None
    one = _one(value, wire, package, imports)
    return f"[{one}]" if one and value.many else one


def placeholder(value: ValueType) -> str:
    """What stands for a value that no message shows."""
    one = PLACEHOLDERS.get(value.kind, "...")
    return f"[{one}]" if value.many else one


def _one(value: ValueType, wire: Any, package: str, imports: set[str]) -> str | None:
    match value.kind:
        case Kind.STRING | Kind.ENUM if isinstance(wire, str):
            return literal(wire)
        case Kind.BOOLEAN:
            return _boolean(wire)
        case Kind.INTEGER:
            return _integer(wire)
        case Kind.DATA if isinstance(wire, str):
            imports.add(f"from {package} import DataLink")
            return f"DataLink({literal(wire)})"
        case Kind.DATETIME if isinstance(wire, str):
            imports.add(TIMES)
            return _moment(wire)
    return None


def _boolean(wire: Any) -> Code | None:
    known = {"true": True, "false": False}.get(str(wire).lower())
    return None if known is None else literal(known)


def _integer(wire: Any) -> Code | None:
    return literal(int(wire)) if re.fullmatch(r"-?\d{1,18}", str(wire)) else None


def _moment(wire: str) -> str | None:
    ticks = TICKS.fullmatch(wire)
    try:
        moment = datetime.fromtimestamp(int(ticks[1]) / 1000, UTC) if ticks else datetime.fromisoformat(wire)
    except (ValueError, OverflowError, OSError):
        return None
    parts = [moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second, moment.microsecond]
    return f"datetime({', '.join(map(str, parts))}, UTC)" if moment.tzinfo is UTC else None
