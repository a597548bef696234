"""Headers that consist of words with named parameters: read in time proportional to their length."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ..base.typing_shim import TYPE_CHECKING

if TYPE_CHECKING:
    from re import Match, Pattern

LONGEST = 8192
"""Characters that a header may have; longer ones are ignored."""

_WORD = r"[!#$%&'*+\-.^_`|~0-9A-Za-z]++"
_QUOTED = r'"(?P<quoted>(?:[^"\\]++|\\.)*+)"'
_ITEM = rf"""(?P<name>{_WORD})\s*+=\s*+(?:{_QUOTED}|(?P<plain>[^\s",]++))
    |(?P<scheme>{_WORD})(?![^\s,])(?!\s*+=)  # a word of its own starts a challenge
    |{_WORD}  # any other word is passed over whole, so that none is looked at once for each of its letters"""
_MEMBER = rf""";\s*+(?P<name>{_WORD})\s*+=\s*+(?:{_QUOTED}|(?P<plain>[^\s",;]++))"""
_ESCAPED = r"\\(.)"


@lru_cache(maxsize=4)
def compiled(pattern: str) -> Pattern[str]:
    """The pattern, compiled for the first header that needs it."""
    import re

    return re.compile(pattern, re.VERBOSE)


def schemes(header: str) -> list[tuple[str, dict[str, str]]]:
    """Each scheme of ``WWW-Authenticate`` with its parameters; other text, and headers that are too long, are ignored."""
    found: list[tuple[str, dict[str, str]]] = []
    for scheme, name, value in _items(header) if len(header) <= LONGEST else ():
        if scheme:
            found.append((scheme, {}))
        if name and found:
            found[-1][1].setdefault(name.lower(), value)
    return found


def word_and_members(header: str) -> tuple[str, dict[str, str]]:
    """The word before the first semicolon, and the parameters after it."""
    word, mark, rest = header[:LONGEST].partition(";")
    found: dict[str, str] = {}
    for item in compiled(_MEMBER).finditer(mark + rest):
        found.setdefault(item["name"].lower(), _unquoted(item))
    return word.strip(), found


def _items(header: str) -> Iterator[tuple[str, str, str]]:
    for item in compiled(_ITEM).finditer(header):
        yield item["scheme"] or "", item["name"] or "", _unquoted(item)


def _unquoted(item: Match[str]) -> str:
    quoted = item["quoted"]
    return item["plain"] or "" if quoted is None else compiled(_ESCAPED).sub(r"\1", quoted)
