# Made by ucwagen from specs/resources/messageTranscript.yaml. Do not edit: change the spec and build again.
"""`messageTranscript`: The part of a past conversation's record that holds a message.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/messagetranscript_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import Call, Link, Links, One, Operation, State, Validator, View, wire

__all__ = ["MessageTranscript", "MessageTranscriptLink", "MessageTranscriptLinks"]


class MessageTranscriptLinks(Links):
    """Where `messageTranscript` leads."""

    self: One[MessageTranscriptLink] = wire.one("self", "message_transcript.MessageTranscriptLink")
    """The resource itself."""


class MessageTranscript(State, rel="messageTranscript"):
    """The part of a past conversation's record that holds a message."""

    links: View[MessageTranscriptLinks] = View(MessageTranscriptLinks)

    html_message = wire.data("htmlMessage")
    """The message in HTML, if it was written so."""

    plain_message = wire.data("plainMessage")
    """The message without markup, if it was written so."""


_GET = Operation("GET", returns=wire.representation("message_transcript.MessageTranscript"))


class MessageTranscriptLink(Link, rel="messageTranscript"):
    """Leads to `MessageTranscript`."""

    def get(self, *, if_none_match: Validator = None) -> Call[MessageTranscript]:
        """Read the message.

        Gives the `MessageTranscript`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
