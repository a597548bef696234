# Made by ucwagen from specs/resources/typingParticipants.yaml. Do not edit: change the spec and build again.
"""`typingParticipants`: The participants who are writing a message at the moment.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/typingparticipants_ref
Scopes: Conversations.Receive
Events: added, deleted of participant (high, from conversation)
"""

from __future__ import annotations

from .._runtime import Link

__all__ = ["TypingParticipantsLink"]


class TypingParticipantsLink(Link, rel="typingParticipants"):
    """The participants who are writing a message at the moment."""
