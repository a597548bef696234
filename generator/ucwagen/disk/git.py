"""What git knows of the files of a tree. Without git, or outside a repository, it knows nothing."""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import dataclass, field
from hashlib import sha1, sha256
from pathlib import Path, PurePosixPath

from ucwagen.disk.lines import with_line_feeds

LOCAL = {"GIT_NO_LAZY_FETCH": "1"}
"""A partial clone asks no server for objects that it lacks."""
BLOB, MERGED = b" blob ", b"0"


@dataclass(frozen=True, slots=True)
class Index:
    """The files of the tree that git tracks, and those of them that a merge has left with conflicts."""

    tracked: frozenset[PurePosixPath] = field(default=frozenset())
    unmerged: frozenset[PurePosixPath] = field(default=frozenset())


def index(root: Path) -> Index:
    """What git tracks below ``root``."""
    rows = (row.split(b"\t", 1) for row in _git(root, b"", "ls-files", "--stage", "-z", "--", ".").split(b"\0") if row)
    found = {PurePosixPath(os.fsdecode(name)): about.rsplit(b" ", 1)[1] for about, name in rows}
    return Index(frozenset(found), frozenset(path for path, stage in found.items() if stage != MERGED))


def kept(root: Path, paths: Collection[PurePosixPath]) -> frozenset[PurePosixPath]:
    """The paths whose content is an object of the repository, so that git can give it back.

    It may be of a commit, of a stash, or of the index; with LF for CRLF, as git stores texts, or as it is.
    """
    names = {path: _objects((root / path).read_bytes()) for path in paths}
    asked = [name for of_path in names.values() for name in of_path]
    answers = _git(root, b"".join(b"%s\n" % name for name in asked), "cat-file", "--batch-check").splitlines()
    there = {answer.split(b" ", 1)[0] for answer in answers if BLOB in answer}
    return frozenset(path for path, of_path in names.items() if there & set(of_path))


def _objects(data: bytes) -> tuple[bytes, ...]:
    """The names that objects of this content have, for both kinds of repositories."""
    texts = {data, with_line_feeds(data)}
    return tuple(
        algorithm(b"blob %d\0%s" % (len(text), text)).hexdigest().encode()
        for text in texts
        for algorithm in (sha1, sha256)
    )


def _git(root: Path, given: bytes, *arguments: str) -> bytes:
    """What git prints; nothing where it fails."""
    import subprocess  # few builds need it

    try:
        done = subprocess.run(
            ["git", "-C", root, *arguments], input=given, capture_output=True, env={**os.environ, **LOCAL}, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return b""
    return done.stdout
