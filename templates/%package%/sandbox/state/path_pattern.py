"""Patterns of addresses, whose time to match grows with the length of the address only."""

from __future__ import annotations

_OF_EXPRESSIONS = (".*", ".+", *"\\()[]{}|")
"""Pieces of regular expressions that have no meaning here."""


def check_pattern(pattern: str) -> None:
    """Raise ``ValueError`` for a pattern that looks like a regular expression."""
    if any(sign in pattern for sign in _OF_EXPRESSIONS):
        raise ValueError(
            f"`{pattern}` is not a pattern of addresses: it is text that may occur anywhere, with `*` for any characters,"
            " `^` for the start and `$` for the end"
        )


def matches(pattern: str, address: str) -> bool:
    """Whether a pattern occurs in an address; the leftmost place of each part between ``*`` is enough."""
    at_start, at_end = pattern.startswith("^"), pattern.endswith("$")
    first, *others = pattern.removeprefix("^").removesuffix("$").split("*")
    if at_end and not others:
        return address == first if at_start else address.endswith(first)
    if at_start and not address.startswith(first):
        return False
    place = 0
    for part in [first, *others[:-1]] if at_end else [first, *others]:
        place = address.find(part, place)
        if place < 0:
            return False
        place += len(part)
    return not at_end or address[place:].endswith(others[-1])
