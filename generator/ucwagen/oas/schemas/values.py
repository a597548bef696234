"""The JSON form of values: a schema for each kind of the vocabulary."""

from __future__ import annotations

from typing import Any

from ucwagen.model.types.api import Kind, ValueType
from ucwagen.oas.text.names import Names, schema_ref

Json = dict[str, Any]
_ISO = r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?"
DATETIME = rf"^(/Date\(-?\d+([+-]\d{{4}})?\)/|{_ISO})$"
_CLOCK = r"(\d{1,9}\.)?\d{2}:[0-5]\d:[0-5]\d(\.\d{1,7})?"
_PERIOD = r"P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?"
TIMESPAN = rf"^-?({_CLOCK}|{_PERIOD})$"
DECIMAL = r"^[+-]?(\d+(\.\d*)?|\.\d+)$"
UUID = r"^(\{[0-9A-Fa-f-]{32,36}\}|[0-9A-Fa-f-]{32,36})$"
_KINDS: dict[Kind, Json] = {
    Kind.STRING: {"type": "string"},
    Kind.BOOLEAN: {"type": "boolean"},
    Kind.INTEGER: {"type": "integer"},
    Kind.NUMBER: {"type": "number"},
    Kind.DECIMAL: {"type": "string", "pattern": DECIMAL},
    Kind.DATETIME: {"type": "string", "pattern": DATETIME},
    Kind.DATE: {"type": "string", "format": "date"},
    Kind.TIMESPAN: {"type": "string", "pattern": TIMESPAN},
    Kind.UUID: {"type": "string", "pattern": UUID},
    Kind.BYTES: {"type": "string", "contentEncoding": "base64"},
    Kind.OBJECT: {"type": "object", "additionalProperties": True},
    Kind.DATA: {"type": "string", "pattern": "^data:"},
}


def described(type_: ValueType, summary: str, names: Names, *, deprecated: bool = False, due: bool = False) -> Json:
    """The schema of a property or parameter, with its sentence."""
    more = {"description": summary} if summary else {}
    return value(type_, names, due=due) | more | ({"deprecated": True} if deprecated else {})


def value(type_: ValueType, names: Names, *, due: bool = False) -> Json:
    """The schema of a value, a list of them, or null. A text that is ``due`` is not empty."""
    found = _one(type_, names)
    if due and type_.kind is Kind.STRING and not type_.many:
        found["minLength"] = 1
    if type_.many:
        found = {"type": "array", "items": found}
    if not type_.nullable:
        return found
    return {"anyOf": [found, {"type": "null"}]} if "type" not in found else {**found, "type": [found["type"], "null"]}


def _one(type_: ValueType, names: Names) -> Json:
    if type_.enum is not None:
        return dict(schema_ref(names.enums[type_.enum.name]))
    limits = {
        "x-format": type_.format,
        "maxLength": type_.max_length,
        "minimum": type_.minimum,
        "maximum": type_.maximum,
    }
    return dict(_KINDS[type_.kind]) | {name: limit for name, limit in limits.items() if limit is not None}
