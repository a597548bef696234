"""Trees that tests of the disk write, and how they read them back."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

Files = dict[PurePosixPath, str]

OLD: Files = {PurePosixPath(f"ucwa2/old{n}.py"): f"old {n}\n" for n in range(20)} | {PurePosixPath("both.py"): "old\n"}
NEW: Files = {PurePosixPath(f"ucwa2/new{n}.py"): f"new {n}\n" for n in range(20)} | {PurePosixPath("both.py"): "new\n"}
SAME: Files = {PurePosixPath("same.py"): "same\n"}


def contents(root: Path) -> dict[str, str]:
    """What is in the tree, without what ucwagen keeps there for itself."""
    paths = [path for path in sorted(root.rglob("*")) if path.is_file() and ".ucwagen" not in path.parts]
    return {path.relative_to(root).as_posix(): path.read_text() for path in paths}


def named(files: Files) -> dict[str, str]:
    return {str(path): text for path, text in files.items()}


KEPT = tuple(PurePosixPath(".ucwagen", name) for name in (".gitattributes", ".gitignore", "manifest"))
"""What lies in the tree beside the files given."""


def leftovers(root: Path) -> list[str]:
    return [path.name for path in root.parent.iterdir() if path != root]
