"""Trees that tests of the disk write, and how they read them back."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

Files = dict[PurePosixPath, str]

OLD: Files = {PurePosixPath(f"ucwa2/old{n}.py"): f"old {n}\n" for n in range(20)} | {PurePosixPath("both.py"): "old\n"}
NEW: Files = {PurePosixPath(f"ucwa2/new{n}.py"): f"new {n}\n" for n in range(20)} | {PurePosixPath("both.py"): "new\n"}
SAME: Files = {PurePosixPath("same.py"): "same\n"}


def contents(root: Path) -> dict[str, str]:
    """The content of the tree, without the manifest."""
    paths = [path for path in sorted(root.rglob("*")) if path.is_file() and path.name != ".ucwagen.json"]
    return {path.relative_to(root).as_posix(): path.read_text() for path in paths}


def named(files: Files) -> dict[str, str]:
    return {str(path): text for path, text in files.items()}


def leftovers(root: Path) -> list[str]:
    return [path.name for path in root.parent.iterdir() if path != root]
