# Made by ucwagen from specs/resources/publishCallQualityFeedback.yaml. Do not edit: change the spec and build again.
"""`publishCallQualityFeedback`: Receives the client's data on the quality of a call.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/publishcallqualityfeedback_ref
Scopes: User.ReadWrite
"""

from __future__ import annotations

from .._runtime import Call, Link, Operation, Parameter, wire

__all__ = ["PublishCallQualityFeedbackLink"]

_POST = Operation(
    "POST",
    Parameter("mediaEndpoint", "string"),
    Parameter("mediaQualityOfExperience", "string"),
    returns=wire.nothing(),
)


class PublishCallQualityFeedbackLink(Link, rel="publishCallQualityFeedback"):
    """Receives the client's data on the quality of a call."""

    def post(self, *, media_endpoint: str | None = None, media_quality_of_experience: str | None = None) -> Call[None]:
        """Publish data on the quality of a call.

        - media_endpoint: Data that describe the media endpoint.
        - media_quality_of_experience: Data on the quality of experience of the media.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(
            _POST, {"mediaEndpoint": media_endpoint, "mediaQualityOfExperience": media_quality_of_experience}
        )
