"""Where the templates are: in a checkout beside the generator, in a wheel inside the package."""

from __future__ import annotations

from pathlib import Path

SUFFIX = ".jinja"
HOLE = "%package%"


def folder() -> Path:
    """The folder whose tree is a picture of the output."""
    package = Path(__file__).resolve().parents[1]
    checkout = package.parents[1] / "templates"
    return checkout if checkout.is_dir() else package / "templates"
