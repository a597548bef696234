# Made by ucwagen from specs/resources/reportMediaDiagnostics.yaml. Do not edit: change the spec and build again.
"""`reportMediaDiagnostics`: Receives the client's diagnostics on the media of a call.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/reportmediadiagnostics_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from .. import enums

__all__ = ["ReportMediaDiagnosticsLink"]

_POST = Operation(
    "POST",
    Parameter("errorCode", "enums.ErrorCode"),
    Parameter("errorSubcode", "enums.ErrorSubcode"),
    returns=wire.nothing(),
)


class ReportMediaDiagnosticsLink(Link, rel="reportMediaDiagnostics"):
    """Receives the client's diagnostics on the media of a call."""

    def post(
        self, *, error_code: enums.ErrorCode | str | None = None, error_subcode: enums.ErrorSubcode | str | None = None
    ) -> Call[None]:
        """Send the diagnostics on a call's media.

        - error_code: General kind of the failure that ended the call.
        - error_subcode: What exactly ended the call.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {"errorCode": error_code, "errorSubcode": error_subcode})
