"""The challenge of a server in ``WWW-Authenticate``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...base.redact import brief
from ...base.registry import index

LONGEST = 8192
"""Characters that a header may have; longer ones are ignored."""

_WORD = r"[!#$%&'*+\-.^_`|~0-9A-Za-z]++"
_ITEM = re.compile(
    rf"""(?P<name>{_WORD})\s*+=\s*+(?:"(?P<quoted>(?:[^"\\]++|\\.)*+)"|(?P<plain>[^\s",]++))
    |(?P<scheme>{_WORD})(?![^\s,])(?!\s*+=)  # a word of its own starts a challenge
    |{_WORD}  # any other word is passed over whole, so that none is looked at once for each of its letters""",
    re.VERBOSE,
)


class Challenge(NamedTuple):
    """The address of the token service, and its grant types."""

    href: str
    grants: tuple[str, ...]

    @property
    def offered(self) -> str:
        """The grant types as text."""
        return brief(", ".join(self.grants)) or "none"


def challenge(header: str | None) -> Challenge | None:
    """The token service that a header names, if any. Several headers may have been joined by commas."""
    service = index().token_service
    if service is None or header is None or len(header) > LONGEST:
        return None
    for scheme, parameters in challenges(header):
        if scheme == service.scheme and parameters.get(service.address):
            named = parameters.get(service.offers, "").split(",")
            return Challenge(parameters[service.address], tuple(grant.strip() for grant in named if grant.strip()))
    return None


def challenges(header: str) -> list[tuple[str, dict[str, str]]]:
    """Each scheme in lower case with its parameters; other text is ignored."""
    found: list[tuple[str, dict[str, str]]] = []
    for scheme, name, value in _items(header):
        if scheme:
            found.append((scheme.lower(), {}))
        if name and found:
            found[-1][1].setdefault(name.lower(), value)
    return found


def _items(header: str) -> Iterator[tuple[str, str, str]]:
    for item in _ITEM.finditer(header):
        quoted = item["quoted"]
        value = re.sub(r"\\(.)", r"\1", quoted) if quoted is not None else item["plain"] or ""
        yield item["scheme"] or "", item["name"] or "", value
