"""Hand-written files of the generated tree: every file below ``templates/`` that is no template, byte for byte."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from ucwagen.target import CopyView
from ucwagen.templates import SUFFIX, folder

IGNORED = ("__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache")


def copies(view: CopyView) -> Iterator[tuple[PurePosixPath, Path]]:
    """Each file with its path in the output."""
    root = folder() / view.template
    for path in _files(root):
        yield view.path.joinpath(*path.relative_to(root).parts), path


def _files(root: Path) -> Iterator[Path]:
    if root.is_file():
        yield root
    for path in sorted(root.rglob("*")):
        if path.is_file() and path.suffix != SUFFIX and not set(path.parts) & set(IGNORED):
            yield path
