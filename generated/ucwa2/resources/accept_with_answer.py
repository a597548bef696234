# Made by ucwagen from specs/resources/acceptWithAnswer.yaml. Do not edit: change the spec and build again.
"""`acceptWithAnswer`: Accepts an incoming invitation that needs an answer in SDP, such as one to audio, video or
application sharing.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/acceptwithanswer_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, Parameter, wire

__all__ = ["AcceptWithAnswerLink"]

_POST = Operation(
    "POST",
    Parameter("processedOfferId", "string", place="query", max_length=100),
    Parameter("sessionContext", "string", required=True, place="query", max_length=50),
    content=("application/sdp",),
    returns=wire.nothing(),
)


class AcceptWithAnswerLink(Link, rel="acceptWithAnswer"):
    """Accepts an incoming invitation that needs an answer in SDP, such as one to audio, video or application
    sharing."""

    def post(
        self,
        content: str | bytes,
        *,
        content_type: str = "application/sdp",
        session_context: str,
        processed_offer_id: str | None = None,
    ) -> Call[None]:
        """Accept the invitation and send the media answer.

        - content: What is sent, as text (in UTF-8) or bytes, of the type `application/sdp`.
        - content_type: Its media type; `application/sdp` when left out.
        - processed_offer_id (at most 100 characters): Content ID of the part that is answered, where an incoming
          offer has several SDP parts.
        - session_context (at most 50 characters): Context in which the media session takes place.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(
            _POST,
            {"processedOfferId": processed_offer_id, "sessionContext": session_context},
            content=content,
            content_type=content_type,
        )
