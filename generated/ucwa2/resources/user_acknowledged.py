# Made by ucwagen from specs/resources/userAcknowledged.yaml. Do not edit: change the spec and build again.
"""`userAcknowledged`: Acknowledges for the user; the reference does not describe it further.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/useracknowledged_ref
Scopes: Conversations.Receive
"""

from __future__ import annotations

from .._runtime import Link

__all__ = ["UserAcknowledgedLink"]


class UserAcknowledgedLink(Link, rel="userAcknowledged"):
    """Acknowledges for the user; the reference does not describe it further."""
