"""The errors for a tree that must not be changed, each with the path and what to do.

A place that the arguments choose wrongly is a fault; what is found on the disk is an ``OSError``.
"""

from __future__ import annotations

import errno
from pathlib import Path

from ucwagen.diagnostics import Diagnostic, Faults, Source, Span


def refuse(path: Path, why: str, code: int = errno.EEXIST) -> OSError:
    """The error to raise about ``path``."""
    return OSError(code, why, str(path))


def misplaced(path: Path, why: str) -> Faults:
    """The fault to raise about ``path``, where no tree of these specs may stand."""
    return Faults([Diagnostic(Span(Source(str(path), ""), 1, 1), why)])
