"""Faults with a place: what was wrong, where, and what to do about it.

Every stage reports through these types; nothing here knows what a stage does.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

TAB = 4
NO_BYTE = 0xDC00
NO_UTF_8 = frozenset(map(chr, range(NO_BYTE + 0x80, NO_BYTE + 0x100)))
"""How Python gives the bytes of a file name that are not UTF-8."""
LONGEST = 200
"""How much of a line an excerpt shows."""


@dataclass(frozen=True, slots=True)
class Source:
    """A text that spans point into: its ``path`` as the user would type it, and its ``text``."""

    path: str
    text: str = field(repr=False)

    def line(self, number: int) -> str:
        """Line ``number`` (from 1) without its line end; empty past the last."""
        lines = self.text.split("\n")
        return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else ""


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a ``source``. ``line`` and ``column`` count from 1; ``end`` is the column past the last one."""

    source: Source = field(repr=False)
    line: int
    column: int
    end: int = 0

    def __str__(self) -> str:
        return f"{visible(self.source.path)}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault or warning, by its ``severity``: a ``message`` and the place of its ``span``.

    ``related`` names further places, each with a word on why it matters.
    """

    span: Span
    message: str
    related: tuple[tuple[Span, str], ...] = ()
    severity: Literal["error", "warning"] = "error"

    def render(self) -> str:
        """The fault as printed: place and message, then the line with a caret; then the related places."""
        parts = [f"{self.span}: {self.severity}: {self.message}", *_excerpt(self.span)]
        for span, why in self.related:
            parts += [f"{span}: note: {why}", *_excerpt(span)]
        return "\n".join(parts)


class Faults(Exception):
    """The faults of one stage: all ``diagnostics``, in the order of their places."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(sorted(diagnostics, key=_place))
        super().__init__(f"{len(self.diagnostics)} faults")

    def render(self) -> str:
        """Every fault, one after the other."""
        return "\n".join(diagnostic.render() for diagnostic in self.diagnostics)


class Collector:
    """Gathers the faults of a stage; ``finish`` raises them together."""

    def __init__(self) -> None:
        self._diagnostics: list[Diagnostic] = []

    def error(self, span: Span, message: str, *related: tuple[Span, str]) -> None:
        """Note a fault and go on."""
        self._diagnostics.append(Diagnostic(span, message, related))

    def extend(self, faults: Faults) -> None:
        """Take over the faults of a part."""
        self._diagnostics.extend(faults.diagnostics)

    def add(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Take over faults or warnings as they are."""
        self._diagnostics.extend(diagnostics)

    def once(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Take over faults or warnings, unless the same is noted for the place: of a file that several jobs share."""
        known = {(*_place(one), one.severity) for one in self._diagnostics}
        for one in diagnostics:
            key = (*_place(one), one.severity)
            if key not in known:
                known.add(key)
                self._diagnostics.append(one)

    def finish(self) -> None:
        """Raise ``Faults`` with all faults noted so far, if any."""
        if self._diagnostics:
            raise Faults(self._diagnostics)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._diagnostics)


@contextmanager
def naming(path: Path | str, instead: Path | None = None) -> Iterator[None]:
    """An error of the disk that is raised inside names this path, unless it names another one than ``instead``."""
    try:
        yield
    except OSError as fault:
        if fault.filename is None or fault.filename == str(instead):
            fault.filename = str(path)
        raise


def visible(text: str) -> str:
    """The text with control, bidirectional and invisible characters shown as their codes; line feeds stay."""
    return text if text.isprintable() else "".join("\n" if char == "\n" else _visible(char, "") for char in text)


def nearest(name: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """The words ``; did you mean `x`?`` for the known name closest to ``name``, or nothing."""
    from difflib import get_close_matches

    choices = sorted(set(known))
    folded = {choice.casefold(): choice for choice in reversed(choices)}
    found = get_close_matches(name.casefold(), list(folded), n=1, cutoff=cutoff)
    return f"; did you mean `{folded[found[0]]}`?" if found else ""


def _place(diagnostic: Diagnostic) -> tuple[str, int, int, str]:
    span = diagnostic.span
    return (span.source.path, span.line, span.column, diagnostic.message)


def _excerpt(span: Span) -> Iterator[str]:
    line = span.source.line(span.line)
    if not line.strip():
        return
    line, start = _window(line, span.column - 1)
    end = start + max(span.end - span.column, 1)
    shown = "".join(_visible(char) for char in line)
    before = "".join(_visible(char) for char in line[:start])
    under = "".join(_visible(char) for char in line[start:end])
    yield "    " + shown.rstrip()
    yield "    " + " " * _width(before) + "^" + "~" * (max(_width(under), 1) - 1)


def _window(line: str, start: int) -> tuple[str, int]:
    """What is shown of a long line, and where ``start`` is in it."""
    cut = max(0, min(start - LONGEST // 2, len(line) - LONGEST))
    head, tail = "…" if cut else "", "…" if cut + LONGEST < len(line) else ""
    return head + line[cut : cut + LONGEST] + tail, start - cut + len(head)


def _visible(char: str, tab: str = " " * TAB) -> str:
    if char == "\t" and tab:
        return tab
    if char in NO_UTF_8:
        return f"\\x{ord(char) - NO_BYTE:02x}"
    if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"):
        return f"<U+{ord(char):04X}>"
    return char


def _width(text: str) -> int:
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
