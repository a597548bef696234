"""Generates a typed client package from YAML specs of a REST API. Start reading at ``pipeline``.

As a library: ``build`` and ``check`` give a ``Report``, with faults as values;
``openapi`` gives a document. As a command: ``ucwagen --help``.
"""

from __future__ import annotations

__version__ = "0.1.0"

from ucwagen.api import Report as Report
from ucwagen.api import build as build
from ucwagen.api import check as check
from ucwagen.api import openapi as openapi
from ucwagen.diagnostics import Diagnostic as Diagnostic
from ucwagen.diagnostics import Faults as Faults

__all__ = ["Diagnostic", "Faults", "Report", "__version__", "build", "check", "openapi"]
