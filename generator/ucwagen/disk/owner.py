"""Whose tree it is: specs are not built over the package of others by mistake, such as a wrong ``--out``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from ucwagen.disk.manifest import FOLDER, ours
from ucwagen.disk.refusal import misplaced


def refuse_another_package(root: Path, files: Iterable[PurePosixPath], how: str) -> None:
    """Raise ``Faults`` where every folder of ours in the tree has another name than those that are to be written.

    ``how`` says how a user replaces it all the same.
    """
    held, wanted = _folders(ours(root)), _folders(files)
    if held and wanted and not held & wanted:
        why = f"holds the package {_shown(held)}, and these specs make {_shown(wanted)}"
        raise misplaced(root, f"{why}; name another folder, or use {how} to replace it")


def _folders(files: Iterable[PurePosixPath]) -> set[str]:
    return {path.parts[0] for path in files if len(path.parts) > 1} - {FOLDER.name}


def _shown(names: set[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names))
