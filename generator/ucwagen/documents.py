"""Where the schema and the README of the spec format are: in a wheel inside the package, in a checkout in ``specs``."""

from __future__ import annotations

from pathlib import Path

from ucwagen.inputs import SCHEMA


def folder() -> Path:
    """The folder that has both, with guides beside it."""
    package = Path(__file__).resolve().parent
    installed = package / "format"
    return installed if installed.is_dir() else package.parents[1] / "specs"


def schema_file() -> Path:
    """The schema, as a file for editors."""
    return folder() / SCHEMA
