"""A folder of specs comes in; the bytes of every file that a build reads go out, each read once.

A file that would be passed over in silence, or that must not be read, is a fault with its place.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import FileIO
from pathlib import Path

from ucwagen.diagnostics import Collector, Source, Span, naming, visible

SPEC, MESSAGES, MODULE, SCHEMA = ".yaml", ".http", ".py", "schema.json"
LICENSE, NOTICE = "LICENSE", "NOTICE"
"""Texts that go into the package as they are."""
EXAMPLES, GUIDES, SANDBOX = "examples", "examples/guides", "sandbox"
REPLAY = "guides.yaml"
"""What the messages of guides need to be sent to a server."""
SHORTCUTS = "shortcuts.yaml"
"""Names on states for calls that people make often."""
GRANTS = "grants.py"
"""The module of the grants that the API alone has."""
SERVED = (".css", ".html", ".js")
"""Endings of the files beside the modules of the sandbox that these serve to browsers."""
LIKE_A_SPEC = re.compile(r"\.(?:ya?ml|json)\b", re.IGNORECASE)
LIKE_MESSAGES = re.compile(r"\.http\b", re.IGNORECASE)
LIKE_A_MODULE = re.compile(r"\.py$", re.IGNORECASE)
LIKE_SERVED = re.compile(r"\.(?:css|html?|m?js)$", re.IGNORECASE)
DEEPEST = 2
"""How many folders down specs may lie: one more than they should, so that a folder can be divided."""
FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
OUTSIDE = "is a link out of the folder of specs; put what it leads to in its place"
LARGEST = 4_000_000
"""Bytes of a file: what the longest text may have in UTF-8."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """The files of a folder of specs by their paths below it, with slashes and in order."""

    root: Path
    files: Mapping[str, bytes]

    def shown(self, path: str) -> str:
        """The path as the user would type it."""
        return str(self.root / path)


def collect(specs: Path) -> Inputs:
    """Read every file that a build of these specs depends on. Raises all faults together."""
    walk = _Walk(os.path.realpath(specs))
    files = dict(sorted(walk.files(str(specs), "")))
    walk.faults.finish()
    return Inputs(specs, files)


class _Walk:
    """Finds the files to read. Links are followed where they stay inside the folder of specs."""

    def __init__(self, root: str) -> None:
        self.faults = Collector()
        self._root = Path(root)
        self._seen = {root}

    def files(self, folder: str, below: str) -> Iterator[tuple[str, bytes]]:
        for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
            path = f"{below}{entry.name}"
            if entry.name.startswith(".") or entry.name == "__pycache__":
                continue
            why = self._why_refused(entry, path)
            if why:
                self._refuse(entry, why)
            elif entry.is_dir():
                yield from self.files(entry.path, f"{path}/")
            elif is_input(path):
                found = read_file(entry.path)
                if isinstance(found, bytes):
                    yield path, found
                else:
                    self._refuse(entry, found)

    def _why_refused(self, entry: os.DirEntry[str], path: str) -> str:
        is_folder = entry.is_dir()
        if not is_folder and not is_input(path):
            return why_passed_over(path, entry.name)
        if entry.is_symlink() and not Path(os.path.realpath(entry)).is_relative_to(self._root):
            return OUTSIDE
        if entry.is_symlink() and not Path(entry.path).exists():
            return "is a link that leads nowhere; remove it, or mend it"
        if not entry.name.isprintable():
            return f"the name `{visible(entry.name)}` has characters that cannot be shown; rename it"
        if is_folder and is_input(path):
            return "is a folder; a file is due here"
        return self._why_not_entered(entry) if is_folder else ""

    def _why_not_entered(self, entry: os.DirEntry[str]) -> str:
        """A folder is read once, whatever links lead to it."""
        real = os.path.realpath(entry)
        if real in self._seen:
            return "leads to a folder that is read under another name; remove the link"
        self._seen.add(real)
        return ""

    def _refuse(self, entry: os.DirEntry[str], why: str) -> None:
        self.faults.error(Span(Source(entry.path, ""), 1, 1), why)


def is_input(path: str) -> bool:
    """Whether a build reads a file of this path."""
    folder = path.rpartition("/")[0]
    if path.startswith(f"{EXAMPLES}/"):
        return path.endswith(MESSAGES) and folder in (EXAMPLES, GUIDES)
    if folder == SANDBOX and path.endswith((MODULE, *SERVED)):
        return True
    return (path.endswith(SPEC) and path.count("/") <= DEEPEST) or path in (LICENSE, NOTICE, GRANTS)


def why_passed_over(path: str, name: str) -> str:
    """Why a file that looks like an input is none; nothing where it does not look like one."""
    if path.startswith(f"{EXAMPLES}/"):
        return _why_no_examples(name)
    if path.startswith(f"{SANDBOX}/"):
        return _why_no_module(name)
    if path == SCHEMA or not LIKE_A_SPEC.search(name):
        return ""
    if name.endswith(SPEC):
        return f"this file is not read: specs lie at most {DEEPEST} folders deep; move the file up"
    return f"this file is not read: specs end in `{SPEC}`; rename the file, or move it out"


def _why_no_examples(name: str) -> str:
    if name.endswith(MESSAGES):
        return f"is not read: examples lie in `{EXAMPLES}`, and those of guides in `{GUIDES}`; move the file there"
    if LIKE_MESSAGES.search(name):
        return f"is not read: examples end in `{MESSAGES}`; rename the file, or move it out"
    return ""


def _why_no_module(name: str) -> str:
    if name.endswith((MODULE, *SERVED)):
        what = "modules" if name.endswith(MODULE) else "pages"
        return f"is not read: {what} of the sandbox lie in `{SANDBOX}` itself; move the file up"
    if LIKE_SERVED.search(name):
        return (
            f"is not read: pages of the sandbox end in {', '.join(f'`{ending}`' for ending in SERVED)}; rename the file"
        )
    return f"is not read: modules end in `{MODULE}`; rename the file" if LIKE_A_MODULE.search(name) else ""


def read_file(place: str) -> bytes | str:
    """The bytes of a file, or why it is refused. A pipe that has no writer does not block."""
    with naming(place), FileIO(os.open(place, FLAGS)) as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            return "is no ordinary file but a pipe or a device; remove it"
        if status.st_size > LARGEST:
            return f"has more than {LARGEST:,} bytes; split the file"
        return file.readall()
