"""Where the templates are: in a wheel inside the package, in a checkout beside the generator."""

from __future__ import annotations

from pathlib import Path

SUFFIX = ".jinja"
PAGES = "reference"
"""The part of the folder that is of no build: pages about the API, whose templates no user replaces."""


def folder() -> Path:
    """The folder whose tree is a picture of the output."""
    package = Path(__file__).resolve().parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parents[1] / "templates"
