"""The client: flows that say what to send next, and the two drivers, sync and async, that send it."""

from __future__ import annotations

from .alistening import AsyncEvents, AsyncOperation
from .batching import Outcome, Outcomes
from .consumers import Item, Reset
from .grants import AnonymousMeetingGrant, PassiveGrant, PasswordGrant, TokenGrant
from .listening import Events, Operation
from .retry import Policy

__all__ = [
    "AnonymousMeetingGrant",
    "AsyncEvents",
    "AsyncOperation",
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
