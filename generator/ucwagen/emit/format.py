"""Python source in, the same in black's style out. The version of black is pinned: its style is part of our output.

What was formatted before is not formatted again, and much of it is done by all cores.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from black.mode import Mode

LINE_LENGTH = 120
STYLE = f"black {version('black')}, {LINE_LENGTH} columns"

WORTHWHILE = 100_000
"""Characters that a process must have to do before it pays to start it."""

PIECES = 8
"""How many pieces each process gets, so that all end at about the same time."""


class Formatted(str):
    """Text as black prints it, which knows the digest of what it was before."""

    before: str

    @classmethod
    def of(cls, text: str, before: str) -> Formatted:
        found = cls(text)
        found.before = before
        return found


def formatted(source: str) -> str:
    """The source as black prints it; an exception is a bug in a template."""
    import black

    return black.format_str(source, mode=_mode())


@cache
def _mode() -> Mode:
    from black.mode import Mode, TargetVersion

    return Mode(line_length=LINE_LENGTH, target_versions={TargetVersion.PY311})


def format_all(sources: Sequence[str], earlier: Mapping[str, str]) -> list[Formatted]:
    """Each source as black prints it; ``earlier`` holds what came of some, by the digest of what they were."""
    digests = [digest(source) for source in sources]
    new = {mark: source for mark, source in zip(digests, sources, strict=True) if mark not in earlier}
    found = {**earlier, **dict(zip(new, _work(list(new.values())), strict=True))}
    return [Formatted.of(found[mark], mark) for mark in digests]


def digest(source: str) -> str:
    """What tells a source apart."""
    return sha256(source.encode("utf-8")).hexdigest()


def _work(sources: Sequence[str]) -> list[str]:
    """All of them, by as many processes as there are cores and work for; by this one where there can be no others."""
    size = sum(map(len, sources))
    processes = min(os.cpu_count() or 1, size // WORTHWHILE)
    if processes < 2:
        return [formatted(source) for source in sources]
    order = sorted(range(len(sources)), key=lambda at: -len(sources[at]))
    pieces = [order[start :: processes * PIECES] for start in range(processes * PIECES)]
    try:
        with ProcessPoolExecutor(processes, mp_context=_context()) as pool:
            done = list(pool.map(_format_piece, [[sources[at] for at in piece] for piece in pieces]))
    except (OSError, ImportError, BrokenProcessPool):
        return [formatted(source) for source in sources]
    found = {at: text for piece, texts in zip(pieces, done, strict=True) for at, text in zip(piece, texts, strict=True)}
    return [found[at] for at in range(len(sources))]


def _format_piece(sources: Sequence[str]) -> list[str]:
    return [formatted(source) for source in sources]


def _context() -> multiprocessing.context.BaseContext:
    """Processes that begin as a copy of this one, which has black at hand, where the system can do that."""
    return multiprocessing.get_context("fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn")
