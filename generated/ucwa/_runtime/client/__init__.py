"""The client: flows that say what to send next, and the two drivers, sync and async, that send it."""

from __future__ import annotations

from .batching import Outcome, Outcomes
from .consumers import Reset
from .grants import AnonymousMeetingGrant, PassiveGrant, PasswordGrant, SignInRequired, TokenGrant
from .retry import Policy

__all__ = [
    "AnonymousMeetingGrant",
    "Outcome",
    "Outcomes",
    "PassiveGrant",
    "PasswordGrant",
    "Policy",
    "Reset",
    "SignInRequired",
    "TokenGrant",
]
