"""Files come in, and go out as commands of the user's have left them: a copy beside the tree, in which those run."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from ucwagen.disk import staging
from ucwagen.disk.lock import locked
from ucwagen.disk.refusal import refuse
from ucwagen.disk.workspace import Workspace
from ucwagen.disk.write import recover
from ucwagen.target import Content

Texts = Mapping[PurePosixPath, Content]


def finished(root: Path, files: Texts, finish: Callable[[Path], None]) -> dict[PurePosixPath, Content]:
    """The files after ``finish`` has worked on a copy of them. The tree itself is not touched.

    Caches that it leaves are passed over: what is new below a name that begins with a dot, and compiled files.
    """
    space = Workspace.of(root)
    with _parents(space.root.parent), locked(space.lock):
        recover(space)
        try:
            space.area.mkdir()
            space.hooked.mkdir()
            for path, content in files.items():
                _put(space.hooked / path, content)
            finish(space.hooked)
            left = dict(sorted(_left(space.hooked, root)))
            if not left and files:
                raise refuse(root, "would have no file: the hooks removed all; let them leave some")
            return left
        finally:
            staging.remove(space.area)


def _put(path: Path, content: Content) -> None:
    """Write a file that need not survive."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))


def _left(tree: Path, root: Path) -> Iterator[tuple[PurePosixPath, Content]]:
    """Every file that is there."""
    folded: dict[str, PurePosixPath] = {}
    for path, status in staging.entries(tree):
        if any(name.startswith(".") or name == "__pycache__" for name in path.parts) or stat.S_ISDIR(status.st_mode):
            continue
        if not stat.S_ISREG(status.st_mode):
            raise refuse(root / path, "is a link or a device that a hook left; let hooks leave files")
        twin = folded.setdefault(str(path).casefold(), path)
        if twin != path or not str(path).isprintable() or "\\" in str(path):
            raise refuse(root / path, "is a name that a hook left, which not every system can hold; let it rename it")
        data = (tree / path).read_bytes()
        try:
            yield path, data.decode("utf-8")
        except UnicodeDecodeError:
            yield path, data


@contextmanager
def _parents(folder: Path) -> Iterator[None]:
    """The folder is there inside, and what was made for it goes if it is left empty."""
    made = [place for place in (folder, *folder.parents) if not place.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield
    finally:
        for place in made:
            with suppress(OSError):
                os.rmdir(place)  # noqa: PTH106
