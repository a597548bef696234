"""Tables of a ``pyproject.toml`` that are nearly ours: nothing reads them, although their author thinks so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ucwagen.config.keys import keys
from ucwagen.diagnostics import Diagnostic, Source, nearest, visible

OURS = ("tool", "ucwagen")
ALIKE = re.compile(
    r"""(?<![\w"'-]) (?! (?:(?<=tool\.)|(?<=hooks\.)) (?-i:ucwagen)\b) (?: uc[\w-]{3,8} | [\w-]{2,6}gen ) (?![\w-])
    | (?<!\w)(?-i:Tools?|TOOLS?|tools)\.""",
    re.IGNORECASE | re.VERBOSE,
)
"""Finds whether a file is worth a closer look."""


def warnings(source: Source) -> Iterator[Diagnostic]:
    """A warning for each such table. A file that cannot be parsed has faults of its own."""
    if not ALIKE.search(source.text) or not _is_toml(source.text):
        return
    seen = set[tuple[str, ...]]()
    for path, span in keys(source):
        if path not in seen and _is_near(path):
            seen.add(path)
            why = f"`{visible('.'.join(path))}` is not read; did you mean `[{'.'.join(OURS)}]`?"
            yield Diagnostic(span, why, severity="warning")


def _is_near(path: tuple[str, ...]) -> bool:
    match path:
        case (name,):
            return _like(name, OURS[1])
        case (table, name):
            return path != OURS and _like(table, OURS[0]) and _like(name, OURS[1])
    return False


def _like(name: str, known: str) -> bool:
    """Whether a name is a misspelt one. Names of other tools that share some letters are none."""
    return name.casefold() == known or (len(name) > len(known) - 2 and bool(nearest(name, [known], 0.75)))


def _is_toml(text: str) -> bool:
    import tomllib

    try:
        tomllib.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
