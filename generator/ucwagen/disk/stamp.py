"""The stamp: the digests of the inputs of a tree and of its files. It belongs to one machine, and git ignores it.

If all digests still hold, the tree is up to date, and nothing is rendered.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path, PurePosixPath

from ucwagen.disk.atomic import replace
from ucwagen.disk.lines import with_line_feeds
from ucwagen.disk.manifest import STAMP
from ucwagen.disk.workspace import Workspace

Digests = Mapping[str, str]


def is_fresh(root: Path, inputs: str) -> bool:
    """Whether the tree was made from these inputs, and no file of ours has changed since."""
    noted, digests = _read(root)
    if noted != inputs or not digests or not Workspace(Path(os.path.realpath(root))).is_quiet():
        return False
    linked = any((root / folder).is_symlink() for folder in _folders(digests))
    return not linked and all(digest_at(f"{root}/{name}") == digest for name, digest in digests.items())


def note(root: Path, inputs: str, files: Mapping[PurePosixPath, bytes]) -> None:
    """Write the stamp. Without it, the next build renders everything again."""
    with suppress(OSError):
        replace(root / STAMP, text(inputs, files))


def text(inputs: str, files: Mapping[PurePosixPath, bytes]) -> str:
    """The text of the stamp of a tree with these files."""
    digests = {str(path): _digest(data) for path, data in files.items()}
    return json.dumps({"inputs": inputs, "files": digests}, indent=0) + "\n"


def renew(root: Path) -> None:
    """Make the stamp newer than its inputs, for make, which compares times."""
    with suppress(OSError):
        os.utime(root / STAMP)


def digests(root: Path) -> Digests:
    """The digest of each file as the last build on this machine left it; empty where that is not known."""
    return _read(root)[1]


def _read(root: Path) -> tuple[str, Digests]:
    try:
        found = json.loads((root / STAMP).read_bytes())
        return str(found["inputs"]), dict(found["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return "", {}


def _folders(names: Iterable[str]) -> set[str]:
    """The folders of the files, and theirs."""
    direct = {name.rpartition("/")[0] for name in names} - {""}
    return direct | (_folders(direct) if direct else set())


def _digest(data: bytes) -> str:
    return sha256(with_line_feeds(data)).hexdigest()


def digest_at(path: str) -> str | None:
    """The digest of a file that is no link; None where there is none."""
    try:
        if os.path.islink(path):  # noqa: PTH114 - of hundreds of files, on every build
            return None
        with open(path, "rb") as file:  # noqa: PTH123
            return _digest(file.read())
    except OSError:
        return None
