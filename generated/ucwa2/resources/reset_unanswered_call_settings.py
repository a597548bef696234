# Made by ucwagen from specs/resources/resetUnansweredCallSettings.yaml. Do not edit: change the spec and build again.
"""`resetUnansweredCallSettings`: Resets the handling of unanswered calls to the default, which is voicemail or,
without it, nothing.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/resetunansweredcallsettings_ref
Scopes: User.ReadWrite
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["ResetUnansweredCallSettingsLink"]

_POST = Operation("POST", returns=wire.nothing())


class ResetUnansweredCallSettingsLink(Link, rel="resetUnansweredCallSettings"):
    """Resets the handling of unanswered calls to the default, which is voicemail or, without it, nothing."""

    def post(self) -> Call[None]:
        """Reset the handling of unanswered calls to the default.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user does not have Enterprise Voice.
        """
        return self._call(_POST, {})
