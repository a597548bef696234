"""The place of a key in a TOML file. The parser of the standard library gives values without places."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

from ucwagen.diagnostics import Source, Span

HEADER = re.compile(r"^[ \t]*\[{1,2}(?P<key>[^\[\]]+)\]{1,2}[ \t]*(?:#.*)?$")
ENTRY = re.compile(r"^[ \t]*(?P<key>[^=#\[\]{}]+?)[ \t]*=")
DECODING = re.compile(r"(?P<why>.*) \(at line (?P<line>\d+), column (?P<column>\d+)\)$", re.DOTALL)

Key = tuple[str, ...]


def of_key(source: Source, key: Key) -> Span:
    """The place where the file names the key; for a key in an inline table, the name within its line."""
    best, found = 0, Span(source, 1, 1)
    for path, span in _named(source):
        common = _common(path, key)
        if common > best or (common == best == len(path) == len(key)):
            best, found = common, span
    return _within(source, found, key[-1]) if 0 < best < len(key) else found


def of_fault(source: Source, fault: tomllib.TOMLDecodeError) -> tuple[Span, str]:
    """The place of a syntax error, and what is wrong there."""
    match = DECODING.match(str(fault))
    if match:
        return Span(source, int(match["line"]), int(match["column"])), match["why"]
    return Span(source, source.text.count("\n") + 1, 1), str(fault).removesuffix(" (at end of document)")


def _named(source: Source) -> Iterator[tuple[Key, Span]]:
    """Each key that a line names, with the names of the tables around it."""
    table: Key = ()
    for number, line in enumerate(source.text.splitlines(), 1):
        header, entry = HEADER.match(line), ENTRY.match(line)
        if header:
            table = _path(f"[{header['key']}]")
            yield table, _span(source, number, header)
        elif entry:
            yield table + _path(f"{entry['key']} = 0"), _span(source, number, entry)


def _path(text: str) -> Key:
    """The names of a dotted key, which a file with nothing else has."""
    try:
        value: object = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return ()
    names: list[str] = []
    while isinstance(value, dict) and value:
        name, value = next(iter(value.items()))
        names.append(name)
    return tuple(names)


def _common(path: Key, key: Key) -> int:
    """How many names of the key the path leads to; nothing where it leads elsewhere."""
    return len(path) if key[: len(path)] == path else 0


def _within(source: Source, span: Span, name: str) -> Span:
    found = re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", source.line(span.line)[span.end - 1 :])
    if not found:
        return span
    column = span.end + found.start()
    return Span(source, span.line, column, column + len(name))


def _span(source: Source, line: int, found: re.Match[str]) -> Span:
    return Span(source, line, found.start("key") + 1, found.end("key") + 1)
