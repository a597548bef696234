"""Files of ours that people have edited: a build overwrites no text that nothing else keeps, unless it is told to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from ucwagen.diagnostics import Diagnostic, Faults, Source, Span
from ucwagen.disk import git, stamp
from ucwagen.disk.changes import Paths
from ucwagen.disk.lines import with_line_feeds
from ucwagen.disk.manifest import FOLDER

WHY = (
    "was edited after it was generated, and a build would overwrite the edit; "
    "move it into the specs or into a template of your own, or overwrite it with {how}"
)


def edited(root: Path, paths: Iterable[PurePosixPath]) -> tuple[Paths, Paths]:
    """The files that are not as the last build left them, and those of them whose text nothing else keeps.

    Without a note of the last build, as after a clone, the files that git tracks are looked at. Git keeps what was
    committed, stashed or added; conflicts that a merge left are to be overwritten.
    """
    known = stamp.digests(root)
    differing = [path for path in paths if _differs(root, path, known)]
    if not differing:
        return (), ()
    index = git.index(root)
    found = [path for path in differing if str(path) in known or path in index.tracked]
    lost = [path for path in found if path not in index.unmerged]
    safe = git.kept(root, lost) if lost and index.tracked else frozenset()
    return tuple(found), tuple(path for path in lost if path not in safe)


def refusal(shown: Path, root: Path, paths: Paths, wanted: Mapping[PurePosixPath, bytes], how: str) -> Faults:
    """The faults to raise about these files: each at its first line that a build would change."""
    places = (_place(str(shown / path), root / path, wanted.get(path, b"")) for path in paths)
    return Faults(Diagnostic(place, WHY.format(how=how)) for place in places)


def _differs(root: Path, path: PurePosixPath, known: stamp.Digests) -> bool:
    found = None if FOLDER in path.parents else stamp.digest_at(f"{root}/{path}")
    return found is not None and found != known.get(str(path))


def _place(name: str, path: Path, wanted: bytes) -> Span:
    text = with_line_feeds(path.read_bytes()).decode("utf-8", "replace")
    lines, due = text.split("\n"), wanted.decode("utf-8", "replace").split("\n")
    pairs = zip(lines, due, strict=False)
    line = next((number for number, (one, other) in enumerate(pairs, 1) if one != other), min(len(lines), len(due)))
    return Span(Source(name, text), line, 1)
