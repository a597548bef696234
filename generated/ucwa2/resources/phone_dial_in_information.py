# Made by ucwagen from specs/resources/phoneDialInInformation.yaml. Do not edit: change the spec and build again.
"""`phoneDialInInformation`: Information for people who join an online meeting by phone.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/phonedialininformation_ref
Scopes: User.ReadWrite, Contacts.ReadWrite, Conversations.Initiate, Conversations.Receive, Meetings.ReadWrite
"""

from __future__ import annotations

from .._runtime import (
    TYPE_CHECKING,
    Call,
    Embedded,
    Link,
    Links,
    ManyStates,
    One,
    Operation,
    State,
    Validator,
    View,
    wire,
)

if TYPE_CHECKING:
    from .dial_in_region import DialInRegion

__all__ = [
    "PhoneDialInInformation",
    "PhoneDialInInformationEmbedded",
    "PhoneDialInInformationLink",
    "PhoneDialInInformationLinks",
]


class PhoneDialInInformationLinks(Links):
    """Where `phoneDialInInformation` leads."""

    self: One[PhoneDialInInformationLink] = wire.one("self", "phone_dial_in_information.PhoneDialInInformationLink")
    """The resource itself."""


class PhoneDialInInformationEmbedded(Embedded):
    """What `phoneDialInInformation` holds."""

    dial_in_region: ManyStates[DialInRegion] = wire.many_states("dialInRegion", "dial_in_region.DialInRegion")
    """A region with the number that people there call to join the meeting."""


class PhoneDialInInformation(State, rel="phoneDialInInformation"):
    """Information for people who join an online meeting by phone."""

    links: View[PhoneDialInInformationLinks] = View(PhoneDialInInformationLinks)
    embedded: View[PhoneDialInInformationEmbedded] = View(PhoneDialInInformationEmbedded)

    conference_id = wire.text("conferenceId")
    """Number that callers enter to join the meeting when they dial in by phone."""

    default_region = wire.text("defaultRegion")
    """Default region of people who dial in by phone."""

    external_directory_uri = wire.text("externalDirectoryUri")
    """Web address of the page on dialling in that can be seen from outside."""

    internal_directory_uri = wire.text("internalDirectoryUri")
    """Web address of the page on dialling in that can be seen from inside."""

    is_audio_conference_provider_enabled = wire.boolean("isAudioConferenceProviderEnabled")
    """Whether an audio conference provider (ACP) can be used for the meeting."""

    participant_pass_code = wire.text("participantPassCode")
    """Password that participants give to the audio conference provider."""

    toll_free_numbers = wire.texts("tollFreeNumbers")
    """Toll-free numbers of the audio conference provider."""

    toll_number = wire.text("tollNumber")
    """Toll number of the audio conference provider."""


_GET = Operation("GET", returns=wire.representation("phone_dial_in_information.PhoneDialInInformation"))


class PhoneDialInInformationLink(Link, rel="phoneDialInInformation"):
    """Leads to `PhoneDialInInformation`."""

    def get(self, *, if_none_match: Validator = None) -> Call[PhoneDialInInformation]:
        """Read how to dial in.

        Gives the `PhoneDialInInformation`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
