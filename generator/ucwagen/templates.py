"""Where the templates are: in a wheel inside the package, in a checkout beside the generator."""

from __future__ import annotations

from pathlib import Path

SUFFIX = ".jinja"


def folder() -> Path:
    """The folder whose tree is a picture of what is made: the output of a build, and below ``reference`` its pages."""
    package = Path(__file__).resolve().parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parents[1] / "templates"
