"""What is tried again, when, and how often: all of it bounded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from time import time

from ...http.messages import Request, Response

IDEMPOTENT = frozenset({"GET", "HEAD", "PUT", "DELETE", "OPTIONS"})
MOVED = (301, 302, 303, 307, 308)
_DOUBLED = 32
"""Times that a pause is doubled at most."""


@dataclass(frozen=True, slots=True)
class Policy:
    """How patient a client is; times are in seconds."""

    timeout: float = 30.0
    """For a whole call, waits between attempts included."""
    attempts: int = 4
    first_pause: float = 0.5
    longest_pause: float = 30.0
    patience: float = 300.0
    """For which the event channel goes on while every answer fails."""
    hops: int = 5
    """Redirects that are followed in a row."""
    largest: int = 32 * 1024 * 1024
    """Bytes that a body may have, before and after it is inflated."""

    def pause(self, attempt: int, response: Response | None, random: float) -> float:
        """Seconds before the attempt after ``attempt``, the first being 0: what the server says, or more each time."""
        said = retry_after(response) if response is not None else None
        if said is not None:
            return min(said, self.longest_pause)
        return min(self.longest_pause, self.first_pause * 2.0 ** min(attempt, _DOUBLED)) * random


class Budget:
    """Attempts that all calls of a client share, so that a server in trouble is not asked over and over."""

    __slots__ = ("_left", "_most")
    _EARNED = 0.1

    def __init__(self, most: float = 20.0) -> None:
        self._left = self._most = most

    def spend(self) -> bool:
        """Take one attempt, if there is one left."""
        if self._left < 1:
            return False
        self._left -= 1
        return True

    def earn(self) -> None:
        """A call went well."""
        self._left = min(self._most, self._left + self._EARNED)


def retry_after(response: Response) -> float | None:
    """Seconds, from a number or a date; a date that has passed means now."""
    value = response.headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    from email.utils import parsedate_to_datetime

    try:
        date = parsedate_to_datetime(value)
        return max(0.0, (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp() - time())
    except (TypeError, ValueError, OverflowError):
        return None


def may_repeat(request: Request, *, sent: bool) -> bool:
    """Whether a request without an answer may be sent again: it cannot have run, or running twice changes nothing.

    A PUT that asks for a version would meet its own change, and report a conflict that there is not.
    """
    conditional = any(name.lower() == "if-match" for name in request.headers)
    return not sent or (request.method in IDEMPOTENT and not conditional)


def is_later(response: Response) -> bool:
    """Whether the server asks to come back later, and has not begun."""
    return response.status_code == 429 or (response.status_code == 503 and retry_after(response) is not None)
