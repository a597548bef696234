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
    """A file that a build would add (``before`` is None), change, or remove (``after`` is None)."""

    path: PurePosixPath
    before: Content | None
    after: Content | None


def difference(root: Path, files: Mapping[PurePosixPath, Content], tools: Tools) -> tuple[Difference, ...]:
    """The files that ``write`` would change, in the order of their paths."""
    wanted = with_manifest(files, noted(root, tools))
    return tuple(
        Difference(path, _held(root / path), _text(wanted[path]) if path in wanted else None)
        for path in compare(root, files, tools)
    )


def _held(path: Path) -> Content | None:
    """The text of a file, or its bytes where they are none; None where there is no file."""
    return _text(with_line_feeds(path.read_bytes())) if path.is_file() else None


def _text(data: bytes) -> Content:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data
