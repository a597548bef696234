"""Python source in, the same in black's style out. The version of black is pinned: its style is part of our output."""

from __future__ import annotations

import black
from black.mode import Mode, TargetVersion

LINE_LENGTH = 120
MODE = Mode(line_length=LINE_LENGTH, target_versions={TargetVersion.PY311})


def formatted(source: str) -> str:
    """The source as black prints it; an exception is a bug in a template."""
    return black.format_str(source, mode=MODE)
