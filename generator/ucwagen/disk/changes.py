"""What a build changed in a tree."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from ucwagen.diagnostics import Diagnostic

Paths = tuple[PurePosixPath, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """The paths that a build changed, and those of them that were not as the last build had left them.

    ``lost`` are those of the latter whose old text nothing keeps: a build that is not forced has none.
    """

    paths: Paths = ()
    edited: Paths = ()
    lost: Paths = ()
    warnings: tuple[Diagnostic, ...] = ()
    """What a person should look at, although the tree is built."""
