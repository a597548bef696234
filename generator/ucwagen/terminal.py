"""What the user sees on stderr: faults, notes, and a progress bar at a terminal."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from io import StringIO
from threading import Lock, Timer
from typing import TYPE_CHECKING

from ucwagen.diagnostics import visible

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from ucwagen.diagnostics import Diagnostic

PATIENCE = 0.5
"""Seconds before a bar appears."""

WIDTH = 110
"""Characters that a table may be wide."""

HEADING = re.compile(r"^(?P<place>.*?:\d+:\d+:) (?P<severity>error|warning|note):", re.MULTILINE)
COLOURS = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "note": "\x1b[1;36m"}
BOLD, RESET = "\x1b[1m", "\x1b[0m"


def tell(text: str) -> None:
    """Print a note. Control characters in it, such as in the name of a file, are escaped."""
    _print(visible(text))


def count(number: int, what: str) -> str:
    """``1 file``, ``2 files``."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def show_faults(found: Iterable[Diagnostic]) -> None:
    """Every fault or warning with its place and line, then how many there are."""
    from ucwagen.diagnostics import Faults

    faults = Faults(found)
    text = visible(faults.render())
    _print(HEADING.sub(_paint, text) if _coloured() else text)
    files = {diagnostic.span.source.path for diagnostic in faults.diagnostics}
    warnings = sum(diagnostic.severity == "warning" for diagnostic in faults.diagnostics)
    numbers = {"fault": len(faults.diagnostics) - warnings, "warning": warnings}
    counted = " and ".join(count(number, what) for what, number in numbers.items() if number)
    tell(f"{counted} in {count(len(files), 'file')}")


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The text of a table: words in the first column, numbers in the others. It does not depend on the terminal."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    columns = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for index, head in enumerate(heads):
        columns.add_column(head, justify="right" if index else "left")
    for row in rows:
        columns.add_row(*row)
    sheet = StringIO()
    Console(file=sheet, width=WIDTH, color_system=None).print(columns)
    return sheet.getvalue()


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Yields the callback for the name of each stage. A terminal shows a bar after a while, erased at the end."""
    if not _terminal():
        yield lambda stage: None
        return
    bar = _Bar()
    timer = Timer(PATIENCE, bar.show)
    timer.daemon = True
    timer.start()
    try:
        yield bar.step
    finally:
        timer.cancel()
        bar.close()


class _Bar:
    """A bar that a timer thread shows, unless it is closed first."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._stage = ""
        self._closed = False
        self._shown: tuple[Progress, TaskID] | None = None

    def step(self, stage: str) -> None:
        with self._lock:
            self._stage = stage
            if self._shown:
                bar, task = self._shown
                bar.update(task, description=stage)

    def show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

        with self._lock:
            if not self._closed:
                columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
                bar = Progress(*columns, console=Console(stderr=True), transient=True)
                self._shown = (bar, bar.add_task(self._stage, total=None))
                bar.start()

    def close(self) -> None:
        with self._lock:
            self._closed = True
            if self._shown:
                self._shown[0].stop()


def _print(text: str) -> None:
    with suppress(OSError):
        if sys.stderr:
            print(text, file=sys.stderr)


def colours() -> bool:
    """Tell whether data on standard output may have colours."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return bool(sys.stdout) and sys.stdout.isatty() and not plain


def _coloured() -> bool:
    return _terminal() and not os.environ.get("NO_COLOR")


def _terminal() -> bool:
    return bool(sys.stderr) and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def _paint(found: re.Match[str]) -> str:
    place, severity = found["place"], found["severity"]
    return f"{BOLD}{place}{RESET} {COLOURS[severity]}{severity}:{RESET}"
