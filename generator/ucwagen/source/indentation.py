"""Finds lines of YAML with a wrong indentation, for which the parser reports another problem."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ucwagen.source.text import shown

DASHES = r"(?P<indent> *)(?P<dashes>(?:- +)*)"
KEY = re.compile(DASHES + r"""(?P<key>[^\s:#'"\[\]{},-][^\s:#]*|"[^"]*"|'[^']*')(?= *:(?: |$))""")
START = re.compile(DASHES + r"(?P<key>[^\s#]\S*)?")


def misplaced(lines: Sequence[str], number: int) -> str:
    """A fault for line ``number`` (from 1) if no open block has the column of its first key or dash; else empty."""
    line = lines[number - 1]
    found = KEY.match(line) or (START.match(line) if line.lstrip().startswith("- ") else None)
    if found is None:
        return ""
    indent, above = len(found["indent"]), set(_levels(lines[: number - 1]))
    if not above or indent in above:
        return ""
    near = [
        *sorted(level for level in above if level < indent)[-1:],
        *sorted(level for level in above if level > indent)[:1],
    ]
    what = shown(found["key"]) if found["key"] and not found["dashes"] else "`-`"
    return f"{what} is indented by {_spaces(indent)}; indent it by {' or '.join(map(str, near))}, as the lines above"


def _levels(lines: Sequence[str]) -> Iterator[int]:
    """The columns in which the blocks begin that are open at the end of these lines."""
    least = max((len(line) for line in lines), default=0) + 1
    for line in reversed(lines):
        found = START.match(line)
        if found is None or not line.strip() or line.lstrip().startswith("#"):
            continue
        columns = [len(found["indent"])]
        if found["dashes"]:
            columns.append(len(found["indent"]) + len(found["dashes"]))
        yield from (column for column in columns if column < least)
        least = min(least, *columns)


def _spaces(number: int) -> str:
    return f"{number} space{'' if number == 1 else 's'}"
