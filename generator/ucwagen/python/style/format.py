"""Python source comes in and goes out in the style of black.

Templates print it in that style already (see ``layout``). Black formats
only the modules with a line that is too long or a quote in a string.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from functools import cache
from threading import Thread
from typing import TYPE_CHECKING

from ucwagen.python.style.layout import LINE_LENGTH

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

    from black.mode import Mode

LEFT_ALONE = re.compile(r'# .*|[ ]+"[\w-]+": "[\w.]+",')

WORTHWHILE = 100_000
"""The smallest number of characters for which starting a worker process pays."""

PIECES = 8
"""Pieces of work per process: several, so that all end at about the same time."""


def formatted(source: str) -> str:
    """The source as black prints it. An exception means a bug in a template."""
    import black

    return black.format_str(source, mode=_mode())


@cache
def _mode() -> Mode:
    from black.mode import Mode, TargetVersion

    return Mode(line_length=LINE_LENGTH, target_versions={TargetVersion.PY311})


def is_finished(source: str) -> bool:
    """Whether black would change nothing in the output of a template.

    A letter that is no ASCII may be two columns wide, and of a string that holds a quote black may choose the quotes.
    Comments and rows of a table are left as they are, however long.
    """
    return '\\"' not in source and all(
        len(line if line.isascii() else line.encode()) <= LINE_LENGTH or LEFT_ALONE.fullmatch(line)
        for line in source.split("\n")
    )


def format_all(sources: Iterable[str]) -> list[str]:
    """Each source as black prints it."""
    wanted = list(sources)
    open_ones = [source for source in wanted if not is_finished(source)]
    done = dict(zip(open_ones, _work(open_ones), strict=True))
    return [done.get(source, source) for source in wanted]


def restyle(sources: Iterable[str]) -> list[str]:
    """Each source as black prints it, whatever its style."""
    return _work(list(sources))


def _work(sources: Sequence[str]) -> list[str]:
    """Format all sources in worker processes, or in this process where there is little work or none can be started."""
    size = sum(map(len, sources))
    processes = min(os.cpu_count() or 1, size // WORTHWHILE)
    if processes < 2:
        return [formatted(source) for source in sources]
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    order = sorted(range(len(sources)), key=lambda at: -len(sources[at]))
    pieces = [order[start :: processes * PIECES] for start in range(processes * PIECES)]
    try:
        with ProcessPoolExecutor(processes, mp_context=_context(), initializer=_end_with_parent) as pool:
            done = list(pool.map(_format_piece, [[sources[at] for at in piece] for piece in pieces]))
    except (OSError, ImportError, BrokenProcessPool):
        return [formatted(source) for source in sources]
    found = {at: text for piece, texts in zip(pieces, done, strict=True) for at, text in zip(piece, texts, strict=True)}
    return [found[at] for at in range(len(sources))]


def _format_piece(sources: Sequence[str]) -> list[str]:
    return [formatted(source) for source in sources]


def _end_with_parent() -> None:
    """A worker ends when the build is killed: the system closes the pipe that its parent holds."""
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        Thread(target=_exit_after, args=(parent.sentinel,), daemon=True).start()


def _exit_after(sentinel: int) -> None:
    from multiprocessing.connection import wait

    wait([sentinel])
    os._exit(1)


def _context() -> BaseContext:
    """Forked processes where the system supports them, because they have black imported already."""
    from multiprocessing import get_all_start_methods, get_context

    return get_context("fork" if "fork" in get_all_start_methods() else "spawn")
