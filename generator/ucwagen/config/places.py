"""The place of a fault in a TOML file."""

from __future__ import annotations

import re
from functools import cached_property

from ucwagen.config.keys import Key, keys
from ucwagen.diagnostics import Source, Span

DECODING = re.compile(r"(?P<why>.*) \(at line (?P<line>\d+), column (?P<column>\d+)\)$", re.DOTALL)


class Places:
    """Where a file names its keys. The file is read for it once, when the first place is wanted."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def of(self, key: Key) -> Span:
        """The place where the file names the key, or else the nearest table around it."""
        for length in range(len(key), 0, -1):
            if key[:length] in self._named:
                return self._named[key[:length]]
        return Span(self._source, 1, 1)

    @cached_property
    def _named(self) -> dict[Key, Span]:
        found: dict[Key, Span] = {}
        for path, span in keys(self._source):
            found.setdefault(path, span)
        return found


def of_fault(source: Source, fault: ValueError) -> tuple[Span, str]:
    """The place of a syntax error, and what is wrong there."""
    match = DECODING.match(str(fault))
    if match:
        return Span(source, int(match["line"]), int(match["column"])), match["why"]
    from tomllib import TOMLDecodeError

    if isinstance(fault, TOMLDecodeError):
        return Span(source, source.text.count("\n") + 1, 1), str(fault).removesuffix(" (at end of document)")
    return Span(source, 1, 1), "it has a number that is too long"
