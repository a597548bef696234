"""Repositories with specs and the tree that was made from them, and real git to work on them."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import forked
from support import BASE

NO_SETTINGS = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


def repository(place: Path) -> Path:
    """A repository whose first commit has specs and their tree."""
    shutil.copytree(BASE / "specs", place / "specs")
    git(place, "init", "--quiet", "--initial-branch=main")
    commit(place)
    return place


def git(place: Path, *arguments: str, code: int = 0) -> str:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "core.autocrlf=false")
    line = ["git", *identity, *arguments]
    done = subprocess.run(line, cwd=place, env=os.environ | NO_SETTINGS, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout


def ucwagen(place: Path, *arguments: str, **changes: str) -> tuple[int, str]:
    done = forked.run(place, *arguments, environment=os.environ | NO_SETTINGS | changes)
    return done.returncode, done.stderr


def commit(place: Path) -> None:
    """Build, and commit specs and tree."""
    code, said = ucwagen(place, "build")
    assert code == 0, said
    git(place, "add", "--all")
    git(place, "commit", "--quiet", "--message", "build")


def change(place: Path, branch: str, path: str, *, text: str = "", start: str = "main") -> None:
    """Change one spec, or add one, on a new branch, and build there."""
    git(place, "switch", "--quiet", "--create", branch, start)
    spec = place / "specs" / path
    spec.write_text(text or spec.read_text().replace("summary: ", f"summary: In {branch}, ", 1))
    commit(place)
