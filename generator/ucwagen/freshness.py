"""The digest of all that a build depends on. A tree that was made from the same inputs is up to date."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath

from ucwagen.templates import folder

LIBRARIES = ("black-", "jinja2-", "pydantic-", "pyyaml-")


def digest(files: Mapping[PurePosixPath, bytes]) -> str:
    """A digest of the files of specs, the templates, the generator, and the libraries that read and print them."""
    found = sha256(sys.version.encode())
    for name in sorted(_libraries()):
        found.update(f"{name}\n".encode())
    for contents in (files, _contents(folder(), _all(folder())), _contents(_HERE, _HERE.rglob("*.py"))):
        for path, data in contents.items():
            found.update(os.fsencode(f"{path}\0{len(data)}\0"))
            found.update(data)
    return found.hexdigest()


def _contents(root: Path, paths: Iterable[Path]) -> dict[PurePosixPath, bytes]:
    return {PurePosixPath(*path.relative_to(root).parts): path.read_bytes() for path in sorted(paths)}


def _libraries() -> Iterator[str]:
    """The installed versions of what reads and prints, by the names of their records."""
    for place in filter(os.path.isdir, sys.path):
        for entry in os.scandir(place):
            if entry.name.lower().startswith(LIBRARIES) and entry.name.endswith((".dist-info", ".egg-info")):
                yield entry.name


def _all(root: Path) -> Iterator[Path]:
    return (path for path in root.rglob("*") if path.is_file() and "__pycache__" not in path.parts)


_HERE = Path(__file__).resolve().parent
