"""Whether a build overwrites what it refuses to: edits by hand, and the package of other specs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Overwriting:
    """What a user wants, and how a user says so where the build was started: as an option, a setting or an argument."""

    wanted: bool = False
    how: str = "`--force`"


REFUSED = Overwriting()
