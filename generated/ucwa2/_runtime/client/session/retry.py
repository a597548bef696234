"""Retries: which requests, when and how often, within limits."""

from __future__ import annotations

from datetime import UTC
from time import time

from ...base.arguments import check_seconds
from ...base.errors import InvalidArgument
from ...base.record import record
from ...http.messages import Request, Response

IDEMPOTENT = frozenset({"GET", "HEAD", "PUT", "DELETE", "OPTIONS"})
MOVED = (301, 302, 303, 307, 308)
_DOUBLED = 32
"""The greatest number of times that a pause is doubled."""


@record
class Policy:
    """Timeouts, retries and limits of a client; times are in seconds."""

    timeout: float = 30.0
    """The deadline of a call, including pauses between attempts; also of all requests of ``open`` together."""
    attempts: int = 4
    """How often a request is sent at most."""
    first_pause: float = 0.5
    """The longest pause in seconds before the second attempt; each following one may be twice as long."""
    longest_pause: float = 30.0
    """The limit of each pause in seconds, also of one that the server asks for."""
    patience: float = 300.0
    """The time for which the event channel continues while every answer fails, and recoveries follow each other."""
    hops: int = 5
    """The greatest number of successive redirects."""
    largest: int = 32 * 1024 * 1024
    """The greatest size of a body in bytes, before and after decompression."""

    def __post_init__(self) -> None:
        for name in ("timeout", "first_pause", "longest_pause", "patience"):
            check_seconds(getattr(self, name), name)
        for name, least in (("attempts", 1), ("hops", 0), ("largest", 0)):
            value = getattr(self, name)
            if isinstance(value, bool) or not isinstance(value, int) or value < least:
                raise InvalidArgument(f"is {value!r}; give a whole number of at least {least}", parameter=name)

    def pause(self, attempt: int, response: Response | None, random: float) -> float:
        """Seconds to wait after attempt number ``attempt``, from 0: by the server, or growing exponentially."""
        said = retry_after(response) if response is not None else None
        if said is not None:
            return min(said, self.longest_pause)
        return min(self.longest_pause, self.first_pause * 2.0 ** min(attempt, _DOUBLED)) * random


class Budget:
    """The retry budget of all calls of a client, which protects an overloaded server."""

    __slots__ = ("_left", "_most")
    _EARNED = 0.1

    def __init__(self, most: float = 20.0) -> None:
        self._left = self._most = most

    def spend(self) -> bool:
        """Take one retry from the budget, if there is one left."""
        if self._left < 1:
            return False
        self._left -= 1
        return True

    def earn(self) -> None:
        """Refill the budget after a successful call."""
        self._left = min(self._most, self._left + self._EARNED)


def retry_after(response: Response) -> float | None:
    """Seconds from a number or a date; a date in the past means 0."""
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
    """Whether a request without an answer may be sent again: it cannot have run, or it is idempotent.

    A conditional PUT would conflict with its own change.
    """
    conditional = any(name.lower() == "if-match" for name in request.headers)
    return not sent or (request.method in IDEMPOTENT and not conditional)


def is_later(response: Response) -> bool:
    """Whether the server asks for a later retry, and has not executed the request."""
    return response.status_code == 429 or (response.status_code == 503 and retry_after(response) is not None)
