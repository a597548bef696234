"""Finds out what is wrong with a server, and where it differs from the specs: ``python -m <package>.doctor``."""

from __future__ import annotations

from .._runtime.base.metaclass import publish_all as _publish_all
from .examination import examine
from .findings import Finding, Severity, Step
from .options import Options
from .report import Report

__all__ = ["Finding", "Options", "Report", "Severity", "Step", "examine"]

_publish_all(__name__)
