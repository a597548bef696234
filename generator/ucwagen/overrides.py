"""A folder of templates and files of the user's own comes in; their bytes go out by path, each read once."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ucwagen.diagnostics import Collector, Source, Span, visible
from ucwagen.inputs import read_file

PART = "_"
"""How the name of a file or folder at the top begins that makes no file of the package: others include it."""
ORIGINALS = "ucwagen/"
"""Before the path of a template: that of ucwagen, although the user has one of this path."""
IGNORED = re.compile(r"\..*|__pycache__|.*\.py[co]")
IN_NAMES = re.compile(r'[\\:*?"<>|]|[. ]$')
"""What the name of a file must not have, so that every system can hold it."""


@dataclass(frozen=True, slots=True)
class Overrides:
    """The files of a folder by their paths below it, with slashes and in order."""

    root: Path = field(default_factory=Path)
    files: Mapping[str, bytes] = field(default_factory=dict)

    def shown(self, path: str) -> str:
        """The path as the user would type it."""
        return str(self.root / path)

    def made(self) -> Iterator[str]:
        """The paths that stand for files of the package."""
        return (path for path in self.files if not path.startswith(PART))


NONE = Overrides()


def collect(folder: Path) -> Overrides:
    """Read every file. Raises all faults together."""
    walk = _Walk(os.path.realpath(folder))
    files = dict(sorted(walk.files(str(folder), "")))
    walk.faults.finish()
    return Overrides(folder, files)


class _Walk:
    """Finds the files to read. Links are followed where they stay inside the folder."""

    def __init__(self, root: str) -> None:
        self.faults = Collector()
        self._root = Path(root)
        self._seen = {root}

    def files(self, folder: str, below: str) -> Iterator[tuple[str, bytes]]:
        folded: dict[str, str] = {}
        for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
            if IGNORED.fullmatch(entry.name):
                continue
            path = f"{below}{entry.name}"
            first = folded.setdefault(entry.name.casefold(), entry.name)
            twin = f"differs from `{first}` only by case; rename one of the two" if first != entry.name else ""
            why = twin or self._why_refused(entry, path)
            if why:
                self._refuse(entry, why)
            elif entry.is_dir():
                yield from self.files(entry.path, f"{path}/")
            else:
                found = read_file(entry.path)
                if isinstance(found, bytes):
                    yield path, found
                else:
                    self._refuse(entry, found)

    def _why_refused(self, entry: os.DirEntry[str], path: str) -> str:
        name = entry.name
        if not name.isprintable() or IN_NAMES.search(name):
            return f"the name `{visible(name)}` has characters that not every system can hold; rename it"
        if path == ORIGINALS.removesuffix("/"):
            return f"`{ORIGINALS}` stands for the templates of ucwagen; rename the folder"
        if entry.is_symlink() and not Path(os.path.realpath(entry)).is_relative_to(self._root):
            return "is a link out of the folder of templates; put what it leads to in its place"
        if entry.is_symlink() and not Path(entry.path).exists():
            return "is a link that leads nowhere; remove it"
        return self._why_not_entered(entry) if entry.is_dir() else ""

    def _why_not_entered(self, entry: os.DirEntry[str]) -> str:
        """A folder is read once, whatever links lead to it."""
        real = os.path.realpath(entry)
        if real in self._seen:
            return "leads to a folder that is read under another name; remove the link"
        self._seen.add(real)
        return ""

    def _refuse(self, entry: os.DirEntry[str], why: str) -> None:
        self.faults.error(Span(Source(entry.path, ""), 1, 1), why)
