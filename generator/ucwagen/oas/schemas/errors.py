"""The document of an error: code, subcode, text, and the parameters that are wrong."""

from __future__ import annotations

from typing import Any

from ucwagen.model.types.api import Api


def error(api: Api) -> dict[str, Any]:
    """The schema of an error. Its code and subcode are those of the reference, and of servers that know more."""
    codes = list(dict.fromkeys(kind.name for kind in api.errors))
    subcodes = [row.name for row in api.subcodes]
    text = {"type": "string"}
    return {
        "type": "object",
        "description": "Why a request was refused.",
        "properties": {
            "code": {**text, "description": f"The kind of the error, such as {_some(codes)}."},
            "subcode": {**text, "description": f"What exactly went wrong, such as {_some(subcodes)}."},
            "message": {**text, "description": "A text for people."},
            "parameters": {
                "type": "array",
                "description": "The parameters that are wrong.",
                "items": {"type": "object", "properties": {"name": text, "reason": text}},
            },
        },
        "required": ["code"],
    }


def _some(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names[:3]) or "`BadRequest`"
