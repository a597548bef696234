# Made by ucwagen from specs/resources/me.yaml. Do not edit: change the spec and build again.
"""`me`: The signed-in user, with links to the user's presence, note, phones and settings.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/me_ref
Scopes: User.ReadWrite
Events: updated (medium, from me)
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .. import enums
    from .call_forwarding_settings import CallForwardingSettingsLink
    from .location import LocationLink
    from .make_me_available import MakeMeAvailableLink
    from .note import NoteLink
    from .phones import PhonesLink
    from .photo import PhotoLink
    from .presence import PresenceLink
    from .report_my_activity import ReportMyActivityLink

__all__ = ["Me", "MeLink", "MeLinks"]


class MeLinks(Links):
    """Where `me` leads."""

    self: One[MeLink] = wire.one("self", "me.MeLink")
    """The resource itself."""

    call_forwarding_settings: One[CallForwardingSettingsLink] = wire.one(
        "callForwardingSettings", "call_forwarding_settings.CallForwardingSettingsLink"
    )
    """How the user's audio calls are forwarded or ring in several places."""

    location: One[LocationLink] = wire.one("location", "location.LocationLink")
    """The location of the user."""

    make_me_available: One[MakeMeAvailableLink] = wire.one("makeMeAvailable", "make_me_available.MakeMeAvailableLink")
    """Makes the user available, so that invitations come in. Calls and meetings can be started without it."""

    note: One[NoteLink] = wire.one("note", "note.NoteLink")
    """The note that the user shows, which combines the personal and the out-of-office text; only the personal one
    can be set."""

    phones: One[PhonesLink] = wire.one("phones", "phones.PhonesLink")
    """All phone numbers that the user has."""

    photo: One[PhotoLink] = wire.one("photo", "photo.PhotoLink")
    """A picture of the user."""

    presence: One[PresenceLink] = wire.one("presence", "presence.PresenceLink")
    """How available the user is and what the user is doing; the user can set the availability."""

    report_my_activity: One[ReportMyActivityLink] = wire.one(
        "reportMyActivity", "report_my_activity.ReportMyActivityLink"
    )
    """Reports that the user is active. Send it at least every four minutes, or the user is shown as less available."""


class Me(State, rel="me"):
    """The signed-in user, with links to the user's presence, note, phones and settings."""

    links: View[MeLinks] = View(MeLinks)

    company = wire.text("company")
    """Company for which the user works."""

    department = wire.text("department")
    """Department in which the user works."""

    email_addresses = wire.texts("emailAddresses")
    """Email addresses of the user."""

    endpoint_uri = wire.text("endpointUri")
    """Address of the endpoint at which the user is signed in here."""

    home_phone_number = wire.text("homePhoneNumber")
    """Home phone number, as a `tel:` URI."""

    mobile_phone_number = wire.text("mobilePhoneNumber")
    """Mobile phone number, as a `tel:` URI."""

    name = wire.text("name")
    """Name to show for the user."""

    office_location = wire.text("officeLocation")
    """Office in which the user works."""

    other_phone_number = wire.text("otherPhoneNumber")
    """One more phone number, as a `tel:` URI."""

    title = wire.text("title")
    """Job title of the user."""

    uri = wire.text("uri")
    """Address of the user, such as `sip:ann@contoso.com`."""

    work_phone_number = wire.text("workPhoneNumber")
    """Work phone number, as a `tel:` URI."""

    def set_presence(self, availability: enums.PreferredAvailability | str) -> Call[None]:
        """Set how available the user is shown. Before that the user has to be made available.

        - availability: Availability to show for the user; an empty body resets the presence.

        The call sends `POST` to `presence`. Gives nothing. Raises what `PresenceLink.post` raises.

        Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/presence_ref
        """
        return self.links.presence.post(availability=self._given("availability", availability))

    def set_note(self, message: str) -> Call[None]:
        """Set the user's personal note. Before that the user has to be made available.

        - message: Text of the note; left out or blank, the note is reset.

        The call sends `POST` to `note`. Gives nothing. Raises what `NoteLink.post` raises.

        Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/note_ref
        """
        return self.links.note.post(message=self._given("message", message))

    def report_activity(self) -> Call[None]:
        """Report that the user is active. Without it the user is shown as away after some minutes. Before that the
        user has to be made available.

        The call sends `POST` to `reportMyActivity`. Gives nothing. Raises what `ReportMyActivityLink.post` raises.

        Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/reportmyactivity_ref
        """
        return self.links.report_my_activity.post()


_GET = Operation("GET", returns=wire.representation("me.Me"))


class MeLink(Link, rel="me"):
    """Leads to `Me`."""

    def get(self, *, if_none_match: Validator = None) -> Call[Me]:
        """Read the user's details, which stay as they were when the application started.

        Gives the `Me`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `Conflict`: The application is just starting up or shutting down.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
