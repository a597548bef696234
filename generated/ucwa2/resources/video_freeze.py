# Made by ucwagen from specs/resources/videoFreeze.yaml. Do not edit: change the spec and build again.
"""`videoFreeze`: Asks that the local participant's video is frozen.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/videofreeze_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import Link

__all__ = ["VideoFreezeLink"]


class VideoFreezeLink(Link, rel="videoFreeze"):
    """Asks that the local participant's video is frozen."""
