"""One file that belongs to the user, written in one step: at any moment it holds the old text or the new one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from ucwagen.diagnostics import naming
from ucwagen.disk.lines import same_text
from ucwagen.disk.staging import put, sync


def replace(path: Path, text: str) -> bool:
    """Make the file hold ``text``; tells whether that changed it."""
    real = Path(os.path.realpath(path))
    if not differs(real, text):
        return False
    real.parent.mkdir(parents=True, exist_ok=True)
    draft = real.with_name(f".{real.name}.{os.getpid()}.ucwagen")
    try:
        with naming(path, instead=draft):
            put(draft, text.encode("utf-8"))
        if real.exists():
            shutil.copymode(real, draft)
        draft.replace(real)
    finally:
        draft.unlink(missing_ok=True)
    sync(real.parent)
    return True


def differs(path: Path, text: str) -> bool:
    """Whether ``replace`` would change the file."""
    return not path.is_file() or not same_text(path.read_bytes(), text.encode("utf-8"))


def discard(path: Path) -> None:
    """Remove a file that is of no use."""
    path.unlink(missing_ok=True)
