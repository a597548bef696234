"""A text that goes into the package in; why it is not of the language of its suffix, with the place, out."""

from __future__ import annotations

import json
import re
import warnings

from ucwagen.target import Problem

TOML_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def python_fault(text: str) -> Problem | None:
    """Why a module cannot be compiled. It is not run."""
    try:
        with warnings.catch_warnings(action="ignore"):
            compile(text, "module", "exec", dont_inherit=True)
    except SyntaxError as fault:
        return Problem(max(fault.lineno or 1, 1), max(fault.offset or 1, 1), f"this is no Python: {fault.msg}")
    except (ValueError, RecursionError, MemoryError) as fault:
        return Problem(1, 1, f"this is no Python: {str(fault) or 'it is too long, or nested too deeply'}")
    return None


def toml_fault(text: str) -> Problem | None:
    """Why a text is no TOML."""
    import tomllib

    try:
        tomllib.loads(text)
    except (ValueError, RecursionError) as fault:
        found = TOML_PLACE.search(str(fault))
        line, column = (int(found[1]), int(found[2])) if found and found[1] else (text.count("\n") + 1, 1)
        return Problem(line if found else 1, column, f"this is no TOML: {TOML_PLACE.sub('', str(fault))}")
    return None


def json_fault(text: str) -> Problem | None:
    """Why a text is no JSON."""
    try:
        json.loads(text)
    except json.JSONDecodeError as fault:
        return Problem(fault.lineno, fault.colno, f"this is no JSON: {fault.msg}")
    except (ValueError, RecursionError) as fault:
        return Problem(1, 1, f"this is no JSON: {fault}")
    return None
