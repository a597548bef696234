"""Warnings of what is deprecated, each at the line outside of the package that uses it."""

from __future__ import annotations


def warn_deprecated(what: str) -> None:
    """Give a ``DeprecationWarning`` for the code that called into the package."""
    import sys
    import warnings

    package = __name__.partition(".")[0]
    level, frame = 1, sys._getframe()
    while frame.f_back is not None and frame.f_globals.get("__name__", "").partition(".")[0] == package:
        level, frame = level + 1, frame.f_back
    warnings.warn(f"{what} is deprecated", DeprecationWarning, stacklevel=level)
