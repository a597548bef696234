"""Generates a typed client package from YAML specs of a REST API. Start reading at ``pipeline``.

As a library: ``build`` and ``check`` give a ``Report``, ``diff`` a ``DiffReport``, with faults as values;
``openapi`` gives a document. As a command: ``ucwagen --help``.
"""

from __future__ import annotations

__version__ = "0.1.0"

from ucwagen.api import DiffReport as DiffReport
from ucwagen.api import Report as Report
from ucwagen.api import build as build
from ucwagen.api import check as check
from ucwagen.api import diff as diff
from ucwagen.api import openapi as openapi
from ucwagen.diagnostics import Diagnostic as Diagnostic
from ucwagen.diagnostics import Faults as Faults
from ucwagen.revisions.error import RevisionError as RevisionError

__all__ = [
    "Diagnostic",
    "DiffReport",
    "Faults",
    "Report",
    "RevisionError",
    "__version__",
    "build",
    "check",
    "diff",
    "openapi",
]
