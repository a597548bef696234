"""The client: flows that say what to send next, and the two drivers, sync and async, that send it."""

from __future__ import annotations

from .aio import AsyncClient, AsyncEvents, AsyncOperation
from .batching import Outcome, Outcomes
from .consumers import Item, Reset
from .grants import AnonymousMeetingGrant, PassiveGrant, PasswordGrant, TokenGrant
from .retry import Policy
from .sync import Client, Events, Operation

__all__ = [
    "AnonymousMeetingGrant",
    "AsyncClient",
    "AsyncEvents",
    "AsyncOperation",
    "Client",
    "Events",
    "Item",
    "Operation",
    "Outcome",
    "Outcomes",
    "PassiveGrant",
    "PasswordGrant",
    "Policy",
    "Reset",
    "TokenGrant",
]
