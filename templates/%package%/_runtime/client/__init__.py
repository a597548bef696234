"""The client: flows that decide what to send, and two drivers, sync and async, that send it.

What is around the clients is imported from the module that has it, when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._async.listeners import AsyncEventStream, AsyncPendingOperation
    from ._sync.listeners import EventStream, PendingOperation
    from .session.consumers import Item, Reset
    from .session.grants import PassiveGrant, PasswordGrant, TokenGrant, WindowsGrant
    from .session.outcomes import Outcome, Outcomes
    from .session.retry import Policy
else:

    def __getattr__(name):
        place = PLACES.get(name)
        if place is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(__import__(f"{__name__}.{place}", fromlist=[name]), name)


PLACES = {
    "AsyncDriver": "_async.driver",
    "AsyncEventStream": "_async.listeners",
    "AsyncPendingOperation": "_async.listeners",
    "Driver": "_sync.driver",
    "EventStream": "_sync.listeners",
    "Item": "session.consumers",
    "Outcome": "session.outcomes",
    "Outcomes": "session.outcomes",
    "PassiveGrant": "session.grants",
    "PasswordGrant": "session.grants",
    "PendingOperation": "_sync.listeners",
    "Policy": "session.retry",
    "Reset": "session.consumers",
    "TokenGrant": "session.grants",
    "WindowsGrant": "session.grants",
}
"""The modules of what is exported, and of what annotations name: neither is imported with a client."""

__all__ = [
    "AsyncEventStream",
    "AsyncPendingOperation",
    "EventStream",
    "Item",
    "Outcome",
    "Outcomes",
    "PassiveGrant",
    "PasswordGrant",
    "PendingOperation",
    "Policy",
    "Reset",
    "TokenGrant",
    "WindowsGrant",
]
