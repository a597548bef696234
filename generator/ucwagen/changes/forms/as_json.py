"""Changes as one JSON object. ``SCHEMA`` describes it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from ucwagen.changes.forms.words import Titled
from ucwagen.changes.types.change import Change
from ucwagen.changes.types.rule import Impact
from ucwagen.diagnostics import Span

VERSION = 1
"""Raised when a member changes its meaning or goes; members may be added."""

TEXT = {"type": "string", "minLength": 1}
COUNT = {"type": "integer", "minimum": 0}
NUMBER = {"type": "integer", "minimum": 1}
CLASSES = [impact.value for impact in Impact]


def _object(**members: Any) -> dict[str, Any]:
    """The schema of an object with these members, all of them required."""
    return {"type": "object", "required": [*members], "properties": members}


PLACE = {"path": TEXT, "line": NUMBER, "column": NUMBER, "endColumn": NUMBER}
CHANGE = _object(
    rule={"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
    **{"class": {"enum": CLASSES}},
    message=TEXT,
    reason=TEXT,
    file=TEXT,
    at={"type": "string"},
    **PLACE,
)
STEP = _object(
    step={"enum": ["major", "minor", "patch", "none"]},
    old=TEXT,
    due=TEXT,
    declared=TEXT,
    enough={"type": "boolean"},
    initial={"type": "boolean"},
)
COMPARISON = _object(
    job={"type": "string"},
    old=TEXT,
    new=TEXT,
    counts=_object(**dict.fromkeys(CLASSES, COUNT)),
    version=STEP,
    changes={"type": "array", "items": CHANGE},
    besides={"type": "array", "items": _object(message=TEXT, **PLACE)},
)
SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "What ucwagen diff found",
    **_object(version={"const": VERSION}, comparisons={"type": "array", "items": COMPARISON}),
}


def text(found: Sequence[Titled]) -> str:
    """The object, indented. ``endColumn`` is the column past the last one."""
    return json.dumps({"version": VERSION, "comparisons": [_comparison(one) for one in found]}, indent=2) + "\n"


def _comparison(one: Titled) -> dict[str, Any]:
    version = one.comparison.version
    return {
        "job": one.job,
        "old": one.old,
        "new": one.new,
        "counts": {impact.value: len(one.comparison.of(impact)) for impact in Impact},
        "version": {
            "step": version.step,
            "old": version.old,
            "due": version.due,
            "declared": version.said,
            "enough": version.is_enough,
            "initial": version.initial,
        },
        "changes": [change(row) for row in one.comparison.changes],
        "besides": [{"message": row.message, **_place(row.span)} for row in one.besides],
    }


def change(row: Change) -> dict[str, Any]:
    """One change as plain data."""
    return {
        "rule": row.rule.id,
        "class": row.impact.value,
        "message": row.message,
        "reason": row.rule.why,
        "file": row.file,
        "at": row.at,
        **_place(row.span),
    }


def _place(span: Span) -> dict[str, Any]:
    return {
        "path": span.source.path,
        "line": span.line,
        "column": span.column,
        "endColumn": max(span.end, span.column),
    }
