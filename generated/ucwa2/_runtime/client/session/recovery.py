"""The budget of all recoveries of a client: applications created again, channels moved, tokens renewed, discovery."""

from __future__ import annotations

from ...base.errors import RecoveryFailed

FREE = 4
"""The number of recoveries in quick succession that need no pause."""

REGAIN = 10.0
"""Seconds in which one recovery is regained."""

_FIRST_PAUSE = 1.0
_DOUBLED = 10


class Recovery:
    """One budget for every kind of recovery: pauses grow while they follow each other, and after a time they end."""

    __slots__ = ("_at", "_level", "_since")

    def __init__(self) -> None:
        self._level = 0.0
        self._at = 0.0
        self._since: float | None = None

    def pause(self, now: float, longest: float, patience: float) -> float:
        """Spend one recovery; returns the seconds to wait before it.

        Raises ``RecoveryFailed`` after ``patience`` seconds in which pauses were needed.
        """
        self._regain(now)
        if self._level < FREE:
            self._level += 1
            return 0.0
        if self._since is None:
            self._since = now
        if now - self._since >= patience:
            raise RecoveryFailed("the client recovered again and again without success, and tries no more for now")
        pause = min(longest, _FIRST_PAUSE * 2.0 ** min(int(self._level - FREE), _DOUBLED))
        self._level += 1
        return pause

    def spend(self, now: float) -> bool:
        """Spend one recovery if it needs no pause; returns whether it may begin."""
        self._regain(now)
        if self._level >= FREE:
            return False
        self._level += 1
        return True

    def _regain(self, now: float) -> None:
        self._level = max(0.0, self._level - max(0.0, now - self._at) / REGAIN)
        self._at = now
        if self._level < FREE - 1:
            self._since = None
