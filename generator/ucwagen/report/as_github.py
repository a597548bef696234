"""Faults as annotations: lines that GitHub Actions reads from the output of a step and shows beside the code."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from ucwagen.diagnostics import Diagnostic

IN_TEXT = {"%": "%25", "\r": "%0D", "\n": "%0A"}
IN_VALUE = IN_TEXT | {":": "%3A", ",": "%2C"}
"""How a line says the characters that have a meaning in it."""


def text(found: Sequence[Diagnostic]) -> str:
    """One line for each fault; related places stand in its text."""
    return "".join(f"{_line(fault)}\n" for fault in found)


def _line(fault: Diagnostic) -> str:
    span = fault.span
    values = {"title": "ucwagen", "file": _from_checkout(span.source.path), "line": span.line, "col": span.column}
    if span.end > span.column:
        values["endColumn"] = span.end
    named = ",".join(f"{name}={_escaped(str(value), IN_VALUE)}" for name, value in values.items())
    notes = "".join(f"\n{place}: {why}" for place, why in fault.related)
    return f"::{fault.severity} {named}::{_escaped(fault.message + notes, IN_TEXT)}"


def _from_checkout(path: str) -> str:
    """The path as GitHub reads it: from the folder of the checkout, wherever in it the command runs."""
    checkout = os.path.realpath(os.environ.get("GITHUB_WORKSPACE") or os.devnull)
    found = Path(os.path.normpath(Path.cwd() / path))
    return found.relative_to(checkout).as_posix() if found.is_relative_to(checkout) else path


def _escaped(words: str, codes: Mapping[str, str]) -> str:
    return "".join(codes.get(char, char) for char in words)
