"""Python modules that go into the package as they are: a fault where Python cannot read one."""

from __future__ import annotations

import ast
import warnings

from ucwagen.diagnostics import Collector, Source, Span


def check_syntax(source: Source) -> None:
    """Raise a fault, with its place, for a text that is no Python module."""
    try:
        with warnings.catch_warnings(action="ignore"):
            ast.parse(source.text)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as fault:
        faults = Collector()
        line, column = getattr(fault, "lineno", None) or 1, getattr(fault, "offset", None) or 1
        faults.error(
            Span(source, line, column), f"is no Python that can be read: {getattr(fault, 'msg', fault)}; mend it"
        )
        faults.finish()


def classes(source: Source) -> frozenset[str]:
    """The names of the classes of a module."""
    return frozenset(node.name for node in ast.parse(source.text).body if isinstance(node, ast.ClassDef))
