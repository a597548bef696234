"""One build at a time per tree. The system releases the lock when its process ends, for whatever reason."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from ucwagen.diagnostics import naming

if sys.platform == "win32":
    import msvcrt

    def _wait(handle: int) -> None:
        while True:
            with suppress(OSError):
                return msvcrt.locking(handle, msvcrt.LK_LOCK, 1)

else:
    import fcntl

    def _wait(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)


FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file; the file exists only while it is held."""
    with ExitStack() as stack:
        if sys.platform == "win32":  # where an open file cannot be removed
            stack.callback(_remove, path)
        _acquire(path, stack)
        if sys.platform != "win32":
            stack.callback(_remove, path)
        yield


def _acquire(path: Path, stack: ExitStack) -> None:
    """Take the lock. A process that releases it removes the file, so a lock on a removed file is taken again."""
    while True:
        with ExitStack() as attempt:
            handle = os.open(path, FLAGS, 0o644)
            attempt.callback(os.close, handle)
            with naming(path):
                _wait(handle)
            if _is_at(handle, path):
                stack.push(attempt.pop_all())
                return


def _is_at(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.lstat())
    except FileNotFoundError:
        return False


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
