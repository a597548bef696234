"""The package to generate: its distribution and version are such that pip can install it."""

from __future__ import annotations

import re

from ucwagen.diagnostics import Collector
from ucwagen.source.text import shown
from ucwagen.spec.api import PackageSpec

DISTRIBUTION = re.compile(r"[A-Z0-9]|[A-Z0-9][A-Z0-9._-]*[A-Z0-9]", re.IGNORECASE | re.ASCII)
VERSION = re.compile(
    r"v?(\d+!)?\d+(\.\d+)*([-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?\d*)?(-\d+|[-_.]?(post|rev|r)[-_.]?\d*)?"
    r"([-_.]?dev[-_.]?\d*)?(\+[a-z0-9]+([-_.][a-z0-9]+)*)?",
    re.IGNORECASE | re.ASCII,
)
"""PEP 440, with the spellings that it makes equal."""


def check_package(spec: PackageSpec, faults: Collector) -> None:
    """A fault for what pip would refuse."""
    if not DISTRIBUTION.fullmatch(spec.distribution):
        message = f"{shown(spec.distribution)} is no name of a distribution; use letters, digits, `-`, `_` and `.`"
        faults.error(spec.span("distribution"), message)
    if not VERSION.fullmatch(spec.version):
        faults.error(spec.span("version"), f"{shown(spec.version)} is no version; write one such as `1.0.0`")
