"""What a build would change in a tree, text by text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ucwagen.disk.lines import with_line_feeds
from ucwagen.disk.manifest import Tools, with_manifest
from ucwagen.disk.write import compare, noted
from ucwagen.target import Content


@dataclass(frozen=True, slots=True)
class Difference:
    """A file that a build would add (``before`` is None), change, or remove (``after`` is None).

    Where all lines of a file end with CRLF, so do those after the change: such a checkout is up to date.
    """

    path: PurePosixPath
    before: bytes | None
    after: bytes | None


def difference(root: Path, files: Mapping[PurePosixPath, Content], tools: Tools) -> tuple[Difference, ...]:
    """The files that ``write`` would change, in the order of their paths."""
    wanted = with_manifest(files, noted(root, tools))
    return tuple(_difference(path, root / path, wanted.get(path)) for path in compare(root, files, tools))


def _difference(path: PurePosixPath, file: Path, after: bytes | None) -> Difference:
    before = file.read_bytes() if file.is_file() else None
    if before and after and before.count(b"\n") == before.count(b"\r\n") > 0:
        after = with_line_feeds(after).replace(b"\n", b"\r\n")
    return Difference(path, before, after)
