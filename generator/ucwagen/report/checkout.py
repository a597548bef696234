"""Paths as services read them that show faults beside the code: from the root of the checkout, with slashes."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

WORKSPACE = "GITHUB_WORKSPACE"
"""The variable in which an action of GitHub finds the checkout."""


def from_checkout(path: str) -> str | None:
    """The path of a file from the root of the checkout, in whatever folder of it the command runs; None outside it."""
    here = Path.cwd()
    found = Path(os.path.normpath(here / path))
    root = _root(here, os.environ.get(WORKSPACE, ""))
    return found.relative_to(root).as_posix() if found.is_relative_to(root) else None


@cache
def _root(here: Path, workspace: str) -> Path:
    """The workspace that holds the working directory, or its nearest folder with a repository; else itself.

    In a worktree, ``.git`` is a file.
    """
    if workspace and here.is_relative_to(real := Path(os.path.realpath(workspace))):
        return real
    return next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)
