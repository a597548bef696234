"""The list of files that we made, kept in the tree itself: what it does not name is somebody else's."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath

from ucwagen.emit.disk.refusal import refuse

NAME = PurePosixPath(".ucwagen.json")
NOTE = "Made by ucwagen: the files that it made here, and may change or remove. Everything else it leaves alone."


def with_manifest(files: Mapping[PurePosixPath, str]) -> dict[PurePosixPath, bytes]:
    """The files as bytes, and the manifest that lists them."""
    data = {path: text.encode("utf-8") for path, text in sorted(files.items())}
    digests = {str(path): sha256(content).hexdigest() for path, content in data.items()}
    text = json.dumps({"note": NOTE, "files": digests}, indent=1) + "\n"
    return {**data, NAME: text.encode("utf-8")}


def ours(root: Path) -> frozenset[PurePosixPath]:
    """The files below ``root`` that we made, by the manifest there; none where there is no manifest."""
    path = root / NAME
    if not path.is_file() or path.is_symlink():
        return frozenset()
    try:
        listed = json.loads(path.read_bytes())["files"]
        return frozenset({NAME, *(PurePosixPath(name) for name in _names(listed))})
    except (ValueError, KeyError, TypeError):
        raise refuse(path, "is not a list of files that ucwagen can read; restore it, or delete the folder") from None


def _names(listed: Iterable[str]) -> Iterable[str]:
    for name in listed:
        if ".." in PurePosixPath(name).parts or name.startswith("/"):
            raise ValueError(name)
        yield name
