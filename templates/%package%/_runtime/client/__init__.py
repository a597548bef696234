"""The client: flows that decide what to send, and two drivers, sync and async, that send it."""

from __future__ import annotations

from ..base.metaclass import make_lazy
from ._async.listeners import AsyncEventStream, AsyncPendingOperation
from ._sync.listeners import EventStream, PendingOperation
from .flows.batching import Outcome, Outcomes
from .session.consumers import Item, Reset
from .session.grants import PassiveGrant, PasswordGrant, TokenGrant, WindowsGrant
from .session.retry import Policy

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

make_lazy(
    AsyncEventStream, AsyncPendingOperation, EventStream, Outcome, Outcomes, PassiveGrant,
    PasswordGrant, PendingOperation, Policy, Reset, TokenGrant, WindowsGrant,
)  # fmt: skip
