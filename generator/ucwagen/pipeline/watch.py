"""Who is told how far a run is."""

from __future__ import annotations

from collections.abc import Callable

Watch = Callable[[str], None]
"""Is told the name of each stage as it begins."""


def unwatched(stage: str) -> None:
    """Default progress callback: does nothing."""
