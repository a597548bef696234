"""A file of records that may be lost at any time: nothing waits for the disk, and no failure is told."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from time import time

LARGEST = 200_000_000
"""Bytes of a file that is still read."""
KEPT = 30 * 24 * 3600
"""Seconds after which a file that was not read is removed."""


def read(path: Path) -> bytes:
    """The content; nothing where it cannot be read."""
    with suppress(OSError):
        if path.is_file() and path.stat().st_size <= LARGEST:
            return path.read_bytes()
    return b""


def append(path: Path, data: bytes) -> None:
    """Add records at the end. Where two processes do so at once, one may damage a record of the other."""
    with suppress(OSError):
        _prepare(path.parent)
        with path.open("ab", buffering=0) as file:
            file.write(data)


def replace(path: Path, data: bytes) -> None:
    """Write the whole file: a reader sees the old content or the new."""
    draft = path.with_name(f"{path.name}.{os.getpid()}.draft")
    with suppress(OSError):
        _prepare(path.parent)
        try:
            draft.write_bytes(data)
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
        _remove_old(path.parent)


def _prepare(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)


def _remove_old(folder: Path) -> None:
    """Files of folders that are gone, and drafts of processes that were killed."""
    for path in folder.iterdir():
        with suppress(OSError):
            if path.stat().st_mtime < time() - KEPT:
                path.unlink()
