"""Where the cache of a folder of specs lies: in the cache folder of the user, or where ``UCWAGEN_CACHE`` says."""

from __future__ import annotations

import os
import sys
from hashlib import sha256
from pathlib import Path

VARIABLE = "UCWAGEN_CACHE"


def place(specs: Path) -> Path:
    """The file for a folder of specs. Two folders have two files, so that each stays as large as its specs need."""
    return folder() / f"{sha256(os.fsencode(os.path.realpath(specs))).hexdigest()[:32]}.jsonl"


def folder() -> Path:
    """The folder of all these files; it may be removed at any time."""
    given = os.environ.get(VARIABLE)
    if given:
        return Path(given)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", "~\\AppData\\Local")).expanduser() / "ucwagen" / "Cache"
    if sys.platform == "darwin":
        return Path("~/Library/Caches/ucwagen").expanduser()
    return Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "ucwagen"
