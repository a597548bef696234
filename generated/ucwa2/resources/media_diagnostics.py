# Made by ucwagen from specs/resources/mediaDiagnostics.yaml. Do not edit: change the spec and build again.
"""`mediaDiagnostics`: Receives the client's diagnostics on the media of a call; a private API.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/mediadiagnostics_ref
Scopes: User.ReadWrite
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, wire

__all__ = ["MediaDiagnosticsLink"]

_POST = Operation("POST", returns=wire.nothing())


class MediaDiagnosticsLink(Link, rel="mediaDiagnostics"):
    """Receives the client's diagnostics on the media of a call; a private API."""

    def post(self) -> Call[None]:
        """Send the diagnostics, a code in the query and details in the X-MS-MediaDiagnostics header.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {})
