"""The error for a tree that must not be changed: an ``OSError`` with the path and what to do."""

from __future__ import annotations

import errno
from pathlib import Path


def refuse(path: Path, why: str, code: int = errno.EEXIST) -> OSError:
    """The error to raise about ``path``."""
    return OSError(code, why, str(path))
