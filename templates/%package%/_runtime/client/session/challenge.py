"""The challenge of a server in ``WWW-Authenticate``."""

from __future__ import annotations

from typing import NamedTuple

from ...base.redact import brief
from ...base.registry import index
from ...http.header_words import LONGEST, schemes


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
    return [(scheme.lower(), parameters) for scheme, parameters in schemes(header)]
