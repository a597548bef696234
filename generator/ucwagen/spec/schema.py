"""The format as a JSON Schema, made from the spec types: what editors complete and check while a spec is written."""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import models_json_schema

from ucwagen.spec.api import ApiSpec
from ucwagen.spec.guides import GuidesSpec
from ucwagen.spec.shortcuts import ShortcutsSpec
from ucwagen.spec.types import EnumSpec, ErrorsSpec, ResourceSpec

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The newest dialect that yaml-language-server reads in full."""

TELLING = (
    (ApiSpec, "package"),
    (ErrorsSpec, "errors"),
    (EnumSpec, "members"),
    (GuidesSpec, "guides"),
    (ShortcutsSpec, "shortcuts"),
)
"""The key by which each kind of file is recognised; a file without any of them is a resource."""

NULL = {"type": "null"}
REFERENCE = "#/definitions/{model}"


def schema() -> dict[str, Any]:
    """One schema for all kinds of files."""
    kinds = [*(kind for kind, _ in TELLING), ResourceSpec]
    _, made = models_json_schema([(kind, "validation") for kind in kinds], ref_template=REFERENCE)
    rule: dict[str, Any] = _reference(ResourceSpec)
    for kind, key in reversed(TELLING):
        rule = {"if": {"required": [key]}, "then": _reference(kind), "else": rule}
    return {"$schema": DIALECT, "title": "Specs of an API", **rule, "definitions": _tidy(made["$defs"])}


def schema_text() -> str:
    """The schema as the file that editors read."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _reference(kind: type) -> dict[str, Any]:
    return {"$ref": REFERENCE.format(model=kind.__name__)}


def _tidy(value: Any) -> Any:
    """Without the titles that pydantic makes from names, and without null: a key that is not due is left out."""
    if isinstance(value, list):
        return [_tidy(item) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {key: _tidy(item) for key, item in value.items() if not _is_noise(key, item)}
    choices = [choice for choice in kept.pop("anyOf", ()) if choice != NULL]
    return _apart({**choices[0], **kept} if choices else kept)


def _apart(schema: dict[str, Any]) -> dict[str, Any]:
    """What stands beside a reference is passed over in this dialect; it is read around one."""
    if "$ref" not in schema or len(schema) == 1:
        return schema
    return {"allOf": [{"$ref": schema["$ref"]}], **{key: item for key, item in schema.items() if key != "$ref"}}


def _is_noise(key: str, item: Any) -> bool:
    return (key == "title" and isinstance(item, str)) or (key == "default" and not isinstance(item, dict))
