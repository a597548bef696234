# Made by ucwagen from specs/resources/phoneAudio.yaml. Do not edit: change the spec and build again.
"""`phoneAudio`: Audio over the telephone network in a conversation, with its state and the ways to start, hold and
stop it.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/phoneaudio_ref
Scopes: Conversations.Initiate, Conversations.Receive
Events: updated (high, from conversation)
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, EnumProperty, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .. import enums
    from .add_phone_audio import AddPhoneAudioLink
    from .conversation import ConversationLink
    from .hold_phone_audio import HoldPhoneAudioLink
    from .resume_phone_audio import ResumePhoneAudioLink
    from .stop_phone_audio import StopPhoneAudioLink

__all__ = ["PhoneAudio", "PhoneAudioLink", "PhoneAudioLinks"]


class PhoneAudioLinks(Links):
    """Where `phoneAudio` leads."""

    self: One[PhoneAudioLink] = wire.one("self", "phone_audio.PhoneAudioLink")
    """The resource itself."""

    add_phone_audio: One[AddPhoneAudioLink] = wire.one("addPhoneAudio", "add_phone_audio.AddPhoneAudioLink")
    """Adds audio over the telephone network to the conversation."""

    conversation: One[ConversationLink] = wire.one("conversation", "conversation.ConversationLink")
    """The user's side of a communication with one or more people, and what can be done in it now."""

    hold_phone_audio: One[HoldPhoneAudioLink] = wire.one("holdPhoneAudio", "hold_phone_audio.HoldPhoneAudioLink")
    """Puts a phone call on hold; present only if the user may do so."""

    resume_phone_audio: One[ResumePhoneAudioLink] = wire.one(
        "resumePhoneAudio", "resume_phone_audio.ResumePhoneAudioLink"
    )
    """Takes a phone call off hold; present only if the user may do so."""

    stop_phone_audio: One[StopPhoneAudioLink] = wire.one("stopPhoneAudio", "stop_phone_audio.StopPhoneAudioLink")
    """Stops phone audio in the conversation, even while it is still connecting."""


class PhoneAudio(State, rel="phoneAudio"):
    """Audio over the telephone network in a conversation, with its state and the ways to start, hold and stop it."""

    links: View[PhoneAudioLinks] = View(PhoneAudioLinks)

    state: EnumProperty[enums.CallState] = wire.enum("state", "enums.CallState")
    """State of the modality, such as connecting or connected."""


_GET = Operation("GET", returns=wire.representation("phone_audio.PhoneAudio"))


class PhoneAudioLink(Link, rel="phoneAudio"):
    """Leads to `PhoneAudio`."""

    def get(self, *, if_none_match: Validator = None) -> Call[PhoneAudio]:
        """Read the state of phone audio.

        Gives the `PhoneAudio`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
