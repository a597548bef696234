"""The build as a command: two folders in, one line about what changed out."""

from __future__ import annotations

from pathlib import Path

from ucwagen import pipeline
from ucwagen.terminal import count, progress, tell

NAMED = 10
"""How many overwritten files are named: after a pull there may be hundreds."""


def build(specs: Path, out: Path) -> None:
    """Bring the tree up to date, and say so."""
    with progress() as watch:
        changes = pipeline.build(specs, out, watch)
    for path in changes.edited[:NAMED]:
        tell(f"{out / path}: had changed since the last build; the change is overwritten")
    if len(changes.edited) > NAMED:
        tell(f"… and {count(len(changes.edited) - NAMED, 'more file')} had changed since the last build")
    tell(f"{count(len(changes.paths), 'file')} changed in {out}" if changes.paths else f"{out} is up to date")
