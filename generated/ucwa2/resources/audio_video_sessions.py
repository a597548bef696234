# Made by ucwagen from specs/resources/audioVideoSessions.yaml. Do not edit: change the spec and build again.
"""`audioVideoSessions`: The media sessions of an audio or video call.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/audiovideosessions_ref
Scopes: Conversations.Initiate, Conversations.Receive
Events: added, updated, deleted of audioVideoSession (high, from communication)
"""

from __future__ import annotations

from .._runtime import Link

__all__ = ["AudioVideoSessionsLink"]


class AudioVideoSessionsLink(Link, rel="audioVideoSessions"):
    """The media sessions of an audio or video call."""
