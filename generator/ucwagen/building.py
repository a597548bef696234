"""The build as a command: two folders in, one line about what changed out."""

from __future__ import annotations

from pathlib import Path

from ucwagen import pipeline
from ucwagen.terminal import count, progress, tell


def build(specs: Path, out: Path) -> None:
    """Bring the tree up to date, and say so."""
    with progress() as watch:
        changed = pipeline.build(specs, out, watch)
    tell(f"{count(len(changed), 'file')} changed in {out}" if changed else f"{out} is up to date")
