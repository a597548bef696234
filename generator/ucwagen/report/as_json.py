"""Faults as one JSON object: ``{"version": 1, "faults": […]}``. ``SCHEMA`` describes it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from ucwagen.diagnostics import Diagnostic, Span

VERSION = 1
"""Raised when a member changes its meaning or goes; members may be added."""

PLACE = {
    "path": {"type": "string", "minLength": 1},
    "line": {"type": "integer", "minimum": 1},
    "column": {"type": "integer", "minimum": 1},
    "endColumn": {"type": "integer", "minimum": 1},
    "message": {"type": "string", "minLength": 1},
}
SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Faults that ucwagen found",
    "type": "object",
    "required": ["version", "faults"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": VERSION},
        "faults": {
            "type": "array",
            "items": {
                "type": "object",
                "required": [*PLACE, "severity", "related"],
                "additionalProperties": False,
                "properties": {
                    **PLACE,
                    "severity": {"enum": ["error", "warning"]},
                    "related": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": [*PLACE],
                            "additionalProperties": False,
                            "properties": PLACE,
                        },
                    },
                },
            },
        },
    },
}


def text(found: Sequence[Diagnostic]) -> str:
    """The object, indented. ``endColumn`` is the column past the last one."""
    return json.dumps({"version": VERSION, "faults": [_fault(fault) for fault in found]}, indent=2) + "\n"


def _fault(fault: Diagnostic) -> dict[str, Any]:
    related = [_place(span, why) for span, why in fault.related]
    return {**_place(fault.span, fault.message), "severity": fault.severity, "related": related}


def _place(span: Span, message: str) -> dict[str, Any]:
    return {
        "path": span.source.path,
        "line": span.line,
        "column": span.column,
        "endColumn": max(span.end, span.column),
        "message": message,
    }
