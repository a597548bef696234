# Made by ucwagen from specs/resources/reportMyActivity.yaml. Do not edit: change the spec and build again.
"""`reportMyActivity`: Reports that the user is active. Send it at least every four minutes, or the user is shown as
less available.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/reportmyactivity_ref
Scopes: User.ReadWrite
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["ReportMyActivityLink"]

_POST = Operation("POST", returns=wire.nothing())


class ReportMyActivityLink(Link, rel="reportMyActivity"):
    """Reports that the user is active. Send it at least every four minutes, or the user is shown as less available."""

    def post(self) -> Call[None]:
        """Report that the user is active.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `ForbiddenAnonymousNotAllowed`: Anonymous users may not report activity.
        - `ConflictMakeMeAvailableRequired`: The application has not made the user available yet (makeMeAvailable).
        """
        return self._call(_POST, {})
