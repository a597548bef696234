"""Exchange two directories: atomically where the system supports it, else by three renames that can be resumed."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

from ucwagen.disk.refusal import refuse

AT_FDCWD = -100
RENAME_EXCHANGE = 2
"""Linux: renameat2(2)."""

RENAME_SWAP = 2
"""macOS: renamex_np(2)."""

CANNOT = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EPERM)
"""The errors of a system or file system without such a call."""

STUCK = (errno.EBUSY, errno.EXDEV)


def swap(first: Path, second: Path, aside: Path) -> None:
    """Exchange ``first`` and ``second``. ``aside`` is a free name, used where that takes three renames."""
    try:
        if not _exchange(first, second):
            _in_three_steps(first, second, aside)
    except OSError as fault:
        if fault.errno in STUCK:
            raise refuse(
                first, "cannot be replaced as a whole (a mount point?); name a folder inside it", errno.EBUSY
            ) from fault
        raise


def take_up(first: Path, second: Path, aside: Path) -> None:
    """Undo, or finish, three renames that were interrupted."""
    if aside.is_dir():
        aside.rename(second if first.is_dir() else first)


def _exchange(first: Path, second: Path) -> bool:
    names = os.fsencode(first), os.fsencode(second)
    if sys.platform == "win32":
        return False
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "linux" and hasattr(libc, "renameat2"):
        failed = libc.renameat2(AT_FDCWD, names[0], AT_FDCWD, names[1], RENAME_EXCHANGE)
    elif sys.platform == "darwin" and hasattr(libc, "renamex_np"):
        failed = libc.renamex_np(*names, RENAME_SWAP)
    else:
        return False
    if failed and ctypes.get_errno() not in CANNOT:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(first), None, str(second))
    return not failed


def _in_three_steps(first: Path, second: Path, aside: Path) -> None:
    first.rename(aside)
    try:
        second.rename(first)
    except BaseException:
        aside.rename(first)
        raise
    aside.rename(second)
