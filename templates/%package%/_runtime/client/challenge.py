"""What a server that wants a sign-in says of it, in ``WWW-Authenticate``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

SCHEME = "msrtcoauth"
_WORD = r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+"
_ITEM = re.compile(
    rf"""[\s,]*
    (?:(?P<scheme>{_WORD})(?=\s|,|$)(?!\s*=))?  # a word of its own starts a challenge
    \s*
    (?:(?P<name>{_WORD})\s*=\s*(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<plain>[^\s",]+)))?""",
    re.VERBOSE,
)


class Challenge(NamedTuple):
    """Where a token is had, and for which grants."""

    href: str
    grants: tuple[str, ...]


def challenge(header: str | None) -> Challenge | None:
    """The token service that a header names, if it names one. Several headers may have been joined by commas."""
    for scheme, parameters in challenges(header or ""):
        if scheme == SCHEME and parameters.get("href"):
            named = parameters.get("grant_type", "").split(",")
            return Challenge(parameters["href"], tuple(grant.strip() for grant in named if grant.strip()))
    return None


def challenges(header: str) -> list[tuple[str, dict[str, str]]]:
    """Each scheme in lower case with its parameters; what is no challenge is passed over."""
    found: list[tuple[str, dict[str, str]]] = []
    for scheme, name, value in _items(header):
        if scheme:
            found.append((scheme.lower(), {}))
        if name and found:
            found[-1][1].setdefault(name.lower(), value)
    return found


def _items(header: str) -> Iterator[tuple[str, str, str]]:
    at = 0
    while at < len(header):
        item = _ITEM.match(header, at)
        if item is None or item.end() == at:
            at += 1
            continue
        at = item.end()
        quoted = item["quoted"]
        value = re.sub(r"\\(.)", r"\1", quoted) if quoted is not None else item["plain"] or ""
        yield item["scheme"] or "", item["name"] or "", value
