"""Faults as annotations: lines that GitHub Actions reads from the output of a step and shows beside the code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ucwagen.diagnostics import Diagnostic
from ucwagen.report.checkout import from_checkout

IN_TEXT = {"%": "%25", "\r": "%0D", "\n": "%0A"}
IN_VALUE = IN_TEXT | {":": "%3A", ",": "%2C"}
"""How a line says the characters that have a meaning in it."""


def text(found: Sequence[Diagnostic]) -> str:
    """One line for each fault; related places stand in its text."""
    return "".join(f"{_line(fault)}\n" for fault in found)


def _line(fault: Diagnostic) -> str:
    span, path = fault.span, fault.span.source.path
    values = {"title": "ucwagen", "file": from_checkout(path) or path, "line": span.line, "col": span.column}
    if span.end > span.column:
        values["endColumn"] = span.end
    named = ",".join(f"{name}={_escaped(str(value), IN_VALUE)}" for name, value in values.items())
    notes = "".join(f"\n{place}: {why}" for place, why in fault.related)
    return f"::{fault.severity} {named}::{_escaped(fault.message + notes, IN_TEXT)}"


def _escaped(words: str, codes: Mapping[str, str]) -> str:
    return "".join(codes.get(char, char) for char in words)
