"""What a reader could not read, and what it read in spite of a defect: gathered while a page is read."""

from __future__ import annotations

from collections.abc import Iterable

from ucwagen.capture.read.facts import Note, Unread


class ReadReport:
    """Collects both lists; they come out in the order of the lines."""

    def __init__(self) -> None:
        self._unread: set[tuple[int, str]] = set()
        self._notes: set[tuple[int, str]] = set()

    def unread(self, line: int, what: str) -> None:
        """Something that was not understood."""
        self._unread.add((line, what))

    def note(self, line: int, what: str) -> None:
        """A defect that did no harm."""
        self._notes.add((line, what))

    def repeats(self, names: Iterable[tuple[str, str, int]]) -> None:
        """Note what is given again: (name, text, line) in order."""
        seen: dict[str, tuple[str, str]] = {}
        for name, text, line in names:
            key = name.casefold()
            if key in seen:
                self._repeat(seen[key], (name, text), line)
            seen.setdefault(key, (name, text))

    def _repeat(self, first: tuple[str, str], again: tuple[str, str], line: int) -> None:
        if first[0] != again[0]:
            self.note(line, f"`{again[0]}` differs from `{first[0]}` in case alone")
        else:
            self.note(line, f"`{again[0]}` given again" + ("" if first[1] == again[1] else " with another text"))

    @property
    def misses(self) -> tuple[Unread, ...]:
        return tuple(Unread(line, what) for line, what in sorted(self._unread))

    @property
    def notes(self) -> tuple[Note, ...]:
        return tuple(Note(line, what) for line, what in sorted(self._notes))
