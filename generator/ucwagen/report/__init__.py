"""Faults in the forms that machines read: JSON, annotations of GitHub, SARIF and JUnit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ucwagen.diagnostics import Diagnostic
from ucwagen.report import as_github, as_json, as_junit, as_sarif

Form = Callable[[Sequence[Diagnostic]], str]

FORMS: Mapping[str, Form] = {
    "json": as_json.text,
    "github": as_github.text,
    "sarif": as_sarif.text,
    "junit": as_junit.text,
}
"""What gives the text of each form; a run without faults has a text too, unless the form has lines alone."""
