"""Hand-written files of the generated tree: every file below ``templates/`` that is no template, byte for byte."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from ucwagen.templates import HOLE, SUFFIX, folder

IGNORED = ("__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache")


def copies(package: str) -> Iterator[tuple[PurePosixPath, str]]:
    """Each file with its path in the output; the text is exactly what the bytes say."""
    root = folder()
    for path in sorted(root.rglob("*")):
        if path.is_file() and path.suffix != SUFFIX and not set(path.parts) & set(IGNORED):
            yield _target(path.relative_to(root), package), path.read_bytes().decode("utf-8")


def _target(path: Path, package: str) -> PurePosixPath:
    return PurePosixPath(*(package if part == HOLE else part for part in path.parts))
