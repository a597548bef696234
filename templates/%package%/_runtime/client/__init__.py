"""The client: flows that decide what to send, and two drivers, sync and async, that send it.

The listeners of the asynchronous client are imported from their own module, so that a program that only blocks does not
load them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..base.metaclass import make_lazy
from ._sync.listeners import EventStream, PendingOperation
from .flows.batching import Outcome, Outcomes
from .session.consumers import Item, Reset
from .session.grants import PassiveGrant, PasswordGrant, TokenGrant, WindowsGrant
from .session.retry import Policy

if TYPE_CHECKING:
    from ._async.listeners import AsyncEventStream, AsyncPendingOperation

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

make_lazy(Outcome, Outcomes, PassiveGrant, PasswordGrant, Policy, Reset, TokenGrant, WindowsGrant)
