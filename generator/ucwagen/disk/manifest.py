"""The list of the files that ucwagen made in a tree, kept in the tree: it changes and removes these and no others.

It has one entry per line and no digests, so that git can merge it; with conflict marks the entries of both sides count.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path, PurePosixPath

from ucwagen.disk.refusal import refuse
from ucwagen.target import Content

FOLDER = PurePosixPath(".ucwagen")
NAME = FOLDER / "manifest"
IGNORE, ATTRIBUTES = FOLDER / ".gitignore", FOLDER / ".gitattributes"
STAMP = FOLDER / "stamp"
"""Belongs to one machine: see ``stamp``."""

FILE, TOOL = "file", "tool"
NOTE = (
    "# ucwagen made the files below in this folder. It changes and removes these and no others.\n"
    "# If a merge leaves conflict marks here, run `ucwagen build`.\n"
)
SKIPPED = re.compile(r"|#.*|(?:<<<<<<<|\|\|\|\|\|\|\||>>>>>>>)(?: .*)?|=======")
LEGACY, LEGACY_STAMP = PurePosixPath(".ucwagen.json"), PurePosixPath(".ucwagen.stamp")
"""The manifest of trees that version 0.1 made, and the stamp beside it."""

Tools = Mapping[str, str]
"""Versions of the programs whose style the texts have, by name."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The content of a manifest: the files of ours, and the tools that printed them."""

    files: frozenset[PurePosixPath] = frozenset()
    tools: Tools = field(default_factory=dict)


def with_manifest(files: Mapping[PurePosixPath, Content], tools: Tools) -> dict[PurePosixPath, bytes]:
    """The files as bytes, with the manifest that lists them and what tells git how to treat it."""
    texts: dict[PurePosixPath, Content] = {
        **files,
        IGNORE: f"/{STAMP.name}\n",
        ATTRIBUTES: f"/{NAME.name} merge=union\n",
    }
    lines = [f"{TOOL} {name} {version}" for name, version in sorted(tools.items())]
    lines += [f"{FILE} {path}" for path in sorted(texts, key=lambda path: path.parts)]
    texts[NAME] = NOTE + "".join(f"{line}\n" for line in lines)
    rows = sorted(texts.items(), key=lambda item: item[0].parts)
    return {path: text if isinstance(text, bytes) else text.encode("utf-8") for path, text in rows}


def manifest(root: Path) -> Manifest:
    """The manifest below ``root``. Without one, no file is ours."""
    path = root / NAME
    if not path.is_file() or path.is_symlink() or path.parent.is_symlink():
        return Manifest(_legacy(root))
    try:
        found = _parsed(path.read_text("utf-8"))
    except ValueError:
        raise _unreadable(path) from None
    return Manifest(found.files | _legacy(root), found.tools)


@lru_cache(maxsize=4)
def _parsed(text: str) -> Manifest:
    """A build reads the same manifest several times."""
    rows = [line.split(" ", 1) for line in text.splitlines() if not SKIPPED.fullmatch(line)]
    if any(kind not in (FILE, TOOL) for kind, _ in rows):
        raise ValueError
    files = {_safe(rest) for kind, rest in rows if kind == FILE}
    return Manifest(frozenset({NAME, *files}), dict(rest.split(" ", 1) for kind, rest in rows if kind == TOOL))


def ours(root: Path) -> frozenset[PurePosixPath]:
    """The files below ``root`` that we made, by the manifest there."""
    return manifest(root).files


def _legacy(root: Path) -> frozenset[PurePosixPath]:
    path = root / LEGACY
    if not path.is_file() or path.is_symlink():
        return frozenset()
    try:
        return frozenset({LEGACY, LEGACY_STAMP, *map(_safe, json.loads(path.read_bytes())["files"])})
    except (ValueError, KeyError, TypeError):
        raise _unreadable(path) from None


def _safe(name: str) -> PurePosixPath:
    """The path of an entry, which does not lead out of the tree."""
    path = PurePosixPath(name)
    if path.is_absolute() or not path.parts or ".." in path.parts or "\\" in name:
        raise ValueError(name)
    return path


def _unreadable(path: Path) -> OSError:
    return refuse(path, "is not a list of files that ucwagen can read; restore it, or delete the folder")
