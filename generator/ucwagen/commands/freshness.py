"""What ``--check`` says about files that are out of date."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ucwagen.exits import Exit
from ucwagen.session import Session
from ucwagen.terminal import count


def out_of_date(session: Session, paths: Sequence[Path], command: str) -> Exit:
    """Name the files, and the command that brings them up to date."""
    for path in paths:
        session.note(f"{path}: out of date")
    if paths:
        session.note(f"{count(len(paths), 'file')} out of date; run `{command}`")
    return Exit.FAULTS if paths else Exit.OK
