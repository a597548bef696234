"""What happens in the sandbox, numbered, for those who watch it: requests, events and changes."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from typing import Any

MOST = 500
"""Entries that are kept for those who begin to watch."""
_LONGEST = 300


class Feed:
    """The last entries, oldest first. Values are short texts and numbers; no header and no body of a request."""

    def __init__(self) -> None:
        self.changed: list[Callable[[], None]] = []
        """Callbacks that wake watchers; each is called after a new entry."""
        self._entries: deque[dict[str, Any]] = deque(maxlen=MOST)
        self._number = 0

    def add(self, kind: str, **facts: Any) -> None:
        """Add an entry."""
        self._number += 1
        shown = {name: _short(value) for name, value in facts.items() if value not in (None, "")}
        self._entries.append({"number": self._number, "kind": kind, "at": time.time(), **shown})
        for wake in tuple(self.changed):
            wake()

    def after(self, number: int) -> list[dict[str, Any]]:
        """The entries that are kept and newer than a number."""
        return [entry for entry in tuple(self._entries) if entry["number"] > number]


def _short(value: Any) -> Any:
    return f"{value[:_LONGEST]}…" if isinstance(value, str) and len(value) > _LONGEST else value
