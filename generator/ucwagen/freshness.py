"""The digest of all that a build depends on. A tree that was made from the same inputs is up to date."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from ucwagen.choices import NONE, Choices
from ucwagen.templates import folder

DIGITS = 32
"""The length of a digest that is data of the package: 128 bits."""
LIBRARIES = ("black-", "jinja2-", "pydantic-", "pyyaml-")


def digest(files: Mapping[str, bytes], choices: Choices = NONE, tools: str = "") -> str:
    """A digest of the files of specs, of what is chosen, and of the ``tools``."""
    return _of(f"{tools or toolchain(choices)}\n{choices}\n".encode(), files.items())


def toolchain(choices: Choices = NONE) -> str:
    """A digest of the templates, the generator, the libraries that read and print, and the programs of hooks."""
    programs = "".join(f"{name}\n" for name in sorted(_libraries(tuple(_programs(choices)))))
    return _of(f"{generator()}\n{programs}".encode(), _contents(folder()))


def generator() -> str:
    """A digest of what a process that runs has imported, and does not import again."""
    libraries = "".join(f"{name}\n" for name in sorted(_libraries(LIBRARIES)))
    return _of(f"{sys.version}\n{libraries}".encode(), _contents(_HERE))


def _of(start: bytes, files: Iterable[tuple[str, bytes]]) -> str:
    found = sha256(start)
    for path, data in files:
        found.update(os.fsencode(f"{path}\0{len(data)}\0"))
        found.update(data)
    return found.hexdigest()


def digests(files: Mapping[str, bytes]) -> dict[str, str]:
    """A digest of each file, equal on all machines: the first digits of its SHA-256, with LF for CRLF."""
    return {path: sha256(data.replace(b"\r\n", b"\n")).hexdigest()[:DIGITS] for path, data in files.items()}


def _contents(root: Path) -> Iterator[tuple[str, bytes]]:
    """The files below a folder in the order of their paths, without compiled ones."""
    for place, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            with open(f"{place}/{name}", "rb") as file:  # noqa: PTH123 - of hundreds of files, on every build
                yield f"{place[len(str(root)) :]}/{name}", file.read()


def _programs(choices: Choices) -> Iterator[str]:
    """How the records begin of distributions that hooks may run: every word that can be the name of one."""
    for hook in choices.hooks:
        yield from (f"{word.lower()}-" for word in hook.words if word.isidentifier())


def _libraries(wanted: tuple[str, ...]) -> Iterator[str]:
    """The installed versions of what reads and prints, by the names of their records."""
    for place in filter(os.path.isdir, sys.path):
        for entry in os.scandir(place):
            if entry.name.lower().startswith(wanted) and entry.name.endswith((".dist-info", ".egg-info")):
                yield entry.name


_HERE = Path(__file__).resolve().parent
