"""The forms of values as data, taken from the schemas that pydantic validates with, for the quick reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ucwagen.spec.base import READERS, Spec
from ucwagen.spec.quick import Form

Schema = Mapping[str, Any]
Schemas = Mapping[str, Schema]
OTHER = ("other",)
"""The form of what is left to pydantic."""
PLAIN = {"flag": {"type": "bool"}, "whole": {"type": "int"}}
FROM_NODE = "Spec._from_node"


def forms(kind: type[Spec]) -> dict[str, tuple[str, bool, Form]]:
    """By the key of each field in a file: its name, whether it must be there, and the form of its value."""
    schema = kind.__pydantic_core_schema__
    known = {one["ref"]: one for one in schema.get("definitions", ())}
    model = _of_model(_resolved(schema, known))
    if model is None:
        return {}
    found: dict[str, tuple[str, bool, Form]] = {}
    for name, field in model["schema"]["fields"].items():
        inner = field["schema"]
        has_default = inner["type"] == "default"
        key = field.get("validation_alias", name)
        if not isinstance(key, str):
            return {}
        found[key] = (name, not has_default, _form(inner["schema"] if has_default else inner, known))
    return found


def _form(schema: Schema, known: Schemas) -> Form:
    """The form of a value; of what the quick reader does not know, that it is another."""
    schema = _resolved(schema, known)
    if schema["type"] == "nullable":
        return _form(schema["schema"], known)
    model = _of_model(schema)
    if model is not None:
        return ("spec", model["cls"].__name__)
    name = READERS.get(schema["function"]["function"]) if schema["type"] == "function-before" else None
    if name is None:
        return OTHER
    inner = _resolved(schema["schema"], known)
    return MAKERS[name](inner, known) if name in MAKERS else (name,) if inner == PLAIN.get(name) else OTHER


def _resolved(schema: Schema, known: Schemas) -> Schema:
    while schema["type"] in ("definitions", "definition-ref"):
        schema = schema["schema"] if schema["type"] == "definitions" else known[schema["schema_ref"]]
    return schema


def _of_model(schema: Schema) -> Schema | None:
    """The schema of a kind of spec, without the function around it that takes a node."""
    if schema["type"] != "function-wrap" or schema["schema"]["type"] != "model":
        return None
    inner: Schema = schema["schema"]
    plain = inner["schema"]["type"] == "model-fields"
    return inner if plain and schema["function"]["function"].__qualname__ == FROM_NODE else None


def _text(schema: Schema, known: Schemas) -> Form:
    if schema["type"] == "literal":
        return ("word", list(schema["expected"]))
    return ("text",) if schema == {"type": "str"} else OTHER


def _sentence(schema: Schema, known: Schemas) -> Form:
    return ("sentence",) if _form(schema, known) == ("text",) else OTHER


def _rows(schema: Schema, known: Schemas) -> Form:
    if schema["type"] != "tuple" or schema.get("variadic_item_index") != 0 or len(schema["items_schema"]) != 1:
        return OTHER
    return ("rows", _form(schema["items_schema"][0], known))


def _table(schema: Schema, known: Schemas) -> Form:
    keys = _resolved(schema["keys_schema"], known)
    if keys["type"] == "literal":
        return ("table", _form(schema["values_schema"], known), list(keys["expected"]))
    return ("table", _form(schema["values_schema"], known), None) if keys == {"type": "str"} else OTHER


MAKERS: Mapping[str, Callable[[Schema, Schemas], Form]] = {
    "text": _text,
    "sentence": _sentence,
    "rows": _rows,
    "table": _table,
}
"""Forms that hold others, or words."""
