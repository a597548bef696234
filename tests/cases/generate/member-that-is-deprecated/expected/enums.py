# Made by ucwagen from specs/enums/. Do not edit: change the specs and build again.
"""Enumerations. A value that the server has added since arrives as plain text."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["ErrorSubcode", "Importance", "Mood"]


class ErrorSubcode(StrEnum):
    """What exactly went wrong.

    Reference: https://example.com/ErrorSubcode_ref
    """

    TOO_LONG = "TooLong"
    """A text has too many characters."""


class Importance(StrEnum):
    """How urgent something is.

    Reference: https://example.com/Importance_ref
    """

    NORMAL = "Normal"
    """It can wait."""

    URGENT = "Urgent"
    """It cannot wait."""


class Mood(StrEnum):
    """How one feels."""

    GOOD = "Good"
    """Well."""

    BAD = "Bad"
    """Not well. Deprecated."""
