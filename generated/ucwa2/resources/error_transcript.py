# Made by ucwagen from specs/resources/errorTranscript.yaml. Do not edit: change the spec and build again.
"""`errorTranscript`: The part of a past conversation's record that describes an error.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/errortranscript_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, EnumProperty, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .. import enums

__all__ = ["ErrorTranscript", "ErrorTranscriptLink", "ErrorTranscriptLinks"]


class ErrorTranscriptLinks(Links):
    """Where `errorTranscript` leads."""

    self: One[ErrorTranscriptLink] = wire.one("self", "error_transcript.ErrorTranscriptLink")
    """The resource itself."""


class ErrorTranscript(State, rel="errorTranscript"):
    """The part of a past conversation's record that describes an error."""

    links: View[ErrorTranscriptLinks] = View(ErrorTranscriptLinks)

    reason: EnumProperty[enums.ErrorTranscriptReason] = wire.enum("reason", "enums.ErrorTranscriptReason")
    """Why there is an error in place of an entry."""


_GET = Operation("GET", returns=wire.representation("error_transcript.ErrorTranscript"))


class ErrorTranscriptLink(Link, rel="errorTranscript"):
    """Leads to `ErrorTranscript`."""

    def get(self, *, if_none_match: Validator = None) -> Call[ErrorTranscript]:
        """Read the error.

        Gives the `ErrorTranscript`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
