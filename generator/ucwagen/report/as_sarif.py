"""Faults as a SARIF 2.1.0 log, the form of code scanning."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from ucwagen import __version__
from ucwagen.diagnostics import Diagnostic, Span
from ucwagen.report.checkout import from_checkout

VERSION = "2.1.0"
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
"""How GitHub and other readers name the folder of the checkout."""
RULES = {
    "error": "Specs have a fault, so that no package can be generated.",
    "warning": "Specs can be built, and a person should mend them.",
}
"""The rule of each severity, and what it says."""


def text(found: Sequence[Diagnostic]) -> str:
    """The log of one run, indented."""
    driver = {
        "name": "ucwagen",
        "version": __version__,
        "rules": [{"id": f"specs/{name}", "shortDescription": {"text": words}} for name, words in RULES.items()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(fault) for fault in found],
    }
    return json.dumps({"$schema": SCHEMA, "version": VERSION, "runs": [run]}, indent=2) + "\n"


def _result(fault: Diagnostic) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": f"specs/{fault.severity}",
        "level": fault.severity,
        "message": {"text": fault.message},
        "locations": [_location(fault.span)],
    }
    if fault.related:
        result["relatedLocations"] = [
            {**_location(span), "id": number, "message": {"text": why}}
            for number, (span, why) in enumerate(fault.related, 1)
        ]
    return result


def _location(span: Span) -> dict[str, Any]:
    region = {"startLine": span.line, "startColumn": span.column}
    if span.end > span.column:
        region["endColumn"] = span.end
    return {"physicalLocation": {"artifactLocation": _artifact(span.source.path), "region": region}}


def _artifact(path: str) -> dict[str, str]:
    """The file from the root of the checkout, which a reader of the log knows; a file elsewhere by its address."""
    place = from_checkout(path)
    if place is None:
        return {"uri": Path(os.path.normpath(Path.cwd() / path)).as_uri()}
    return {"uri": quote(os.fsencode(place)), "uriBaseId": ROOT}
