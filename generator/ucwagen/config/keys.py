"""The keys of a TOML text with their places. The parser of the standard library gives values without places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ucwagen.diagnostics import Source, Span

TOKEN = re.compile(
    r"""
      "{3} (?:\\.|[^\\])*? "{3,5} | '{3} .*? '{3,5} | "(?:\\.|[^"\\])*" | '[^']*' | [\w+-]+   # names and values
    | \n | [][{}=,]
    | [#][^\n]*
    """,
    re.VERBOSE | re.DOTALL,
)
DEEPEST = 8
"""How many names of a dotted key are given; a configuration has no deeper ones."""

Key = tuple[str, ...]
Named = tuple[Key, Span]


def keys(source: Source) -> Iterator[Named]:
    """Each key of a text that can be parsed, in its order: from the first name of its header or line to the last.

    A dotted key gives one for each of its names. Keys inside arrays are left out.
    """
    scanner = _Scanner(source)
    line, begin = 1, 0
    for match in TOKEN.finditer(source.text):
        token = match[0]
        if not token.startswith("#"):
            yield from scanner.take(token, Span(source, line, match.start() - begin + 1, match.end() - begin + 1))
        if "\n" in token:
            line += token.count("\n")
            begin = match.start() + token.rindex("\n") + 1


@dataclass
class _Scanner:
    """What is open at a token."""

    source: Source
    header: Key = ()
    open: list[Key | None] = field(default_factory=list[Key | None])
    """The paths of the inline tables that are open; None for an array."""
    path: Key = ()
    names: list[tuple[str, Span]] = field(default_factory=list[tuple[str, Span]])
    expected: bool = True
    """Whether names are those of a key, not of a value."""
    heading: bool = False

    def take(self, token: str, span: Span) -> Iterator[Named]:
        if token == "\n":
            if not self.open:
                self._expect()
        elif token == "[" and self.expected:
            self.heading = True
        elif token == "]" and self.heading:
            yield from self._close_header()
        elif token == "=" and self.expected:
            yield from self._close_key()
        elif token in "[{":
            self.open.append(self.path if token == "{" and None not in self.open else None)
            self._expect(token == "{")
        elif token in "]}":
            if self.open:  # the second mark of a header of an array closes nothing
                self.open.pop()
            self._expect(False)
        elif token == ",":
            self._expect(self.open[-1] is not None)
        elif self.expected:
            self.names.append((_plain(token), span))

    def _expect(self, key: bool = True) -> None:
        self.names, self.expected, self.heading = [], key, False

    def _close_header(self) -> Iterator[Named]:
        yield from self._prefixes(())
        self.header = tuple(name for name, _ in self.names)
        self._expect(False)

    def _close_key(self) -> Iterator[Named]:
        table = self.open[-1] if self.open else self.header
        if table is not None:
            yield from self._prefixes(table)
            self.path = (*table, *(name for name, _ in self.names))
        self._expect(False)

    def _prefixes(self, path: Key) -> Iterator[Named]:
        first = self.names[0][1]
        for name, span in self.names[:DEEPEST]:
            path = (*path, name)
            yield path, Span(self.source, first.line, first.column, span.end)


def _plain(token: str) -> str:
    """The name without its quotes."""
    import tomllib

    return str(tomllib.loads(f"name = {token}")["name"]) if token[0] in "\"'" else token
