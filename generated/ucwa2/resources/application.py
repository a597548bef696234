# Made by ucwagen from specs/resources/application.yaml. Do not edit: change the spec and build again.
"""`application`: The running client, from which everything else is reached; it expires when left idle.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/application_ref
Scopes: User.ReadWrite, Contacts.ReadWrite, Conversations.Initiate, Conversations.Receive, Meetings.ReadWrite
"""

from __future__ import annotations

from .._runtime import (
    TYPE_CHECKING,
    Call,
    DataLink,
    Embedded,
    Link,
    Links,
    One,
    OneState,
    Operation,
    State,
    Validator,
    View,
    wire,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import timedelta

    from .. import enums
    from .._runtime.requests.chain import Chain
    from .batch import BatchLink
    from .communication import Communication
    from .events import EventsLink
    from .me import Me
    from .messaging_invitation import MessagingInvitationLink
    from .online_meeting_invitation import OnlineMeetingInvitationLink
    from .online_meetings import OnlineMeetings
    from .people import People
    from .phone_audio_invitation import PhoneAudioInvitationLink
    from .policies import PoliciesLink
    from .presence_subscription import PresenceSubscription
    from .report_my_network import ReportMyNetworkLink
    from .search import Search

__all__ = ["Application", "ApplicationEmbedded", "ApplicationLink", "ApplicationLinks"]


class ApplicationLinks(Links):
    """Where `application` leads."""

    self: One[ApplicationLink] = wire.one("self", "application.ApplicationLink")
    """The resource itself."""

    batch: One[BatchLink] = wire.one("batch", "batch.BatchLink")
    """Sends several independent requests as one, in parts of a `multipart/batching` body."""

    events: One[EventsLink] = wire.one("events", "events.EventsLink")
    """The event channel, through which the server reports changes."""

    policies: One[PoliciesLink] = wire.one("policies", "policies.PoliciesLink")
    """What the administrator allows or expects of the user's application; users cannot change it."""

    report_my_network: One[ReportMyNetworkLink] = wire.one("reportMyNetwork", "report_my_network.ReportMyNetworkLink")
    """Reports the network of the client; send it whenever the network changes."""


class ApplicationEmbedded(Embedded):
    """What `application` holds."""

    communication: OneState[Communication] = wire.one_state("communication", "communication.Communication")
    """What the user can do to communicate, such as to start calls and messages or join meetings."""

    me: OneState[Me] = wire.one_state("me", "me.Me")
    """The signed-in user, with links to the user's presence, note, phones and settings."""

    online_meetings: OneState[OnlineMeetings] = wire.one_state("onlineMeetings", "online_meetings.OnlineMeetings")
    """Where the user finds and schedules online meetings and sees the settings for them."""

    people: OneState[People] = wire.one_state("people", "people.People")
    """Where the user finds and groups people and watches their presence."""


class Application(State, rel="application"):
    """The running client, from which everything else is reached; it expires when left idle."""

    links: View[ApplicationLinks] = View(ApplicationLinks)
    embedded: View[ApplicationEmbedded] = View(ApplicationEmbedded)

    type = wire.text("type")
    """Kind of device on which the application runs; only browser is supported so far."""

    culture = wire.text("culture")
    """Language and region for texts and for meeting announcements, such as `en-US`."""

    endpoint_id = wire.text("endpointId")
    """Identifier that sets this application apart from the user's others."""

    id = wire.text("id")
    """Identifier of this registration, one per user and device, for telemetry."""

    instance_id = wire.text("instanceId")
    """Identifier of this instance, such as a browser tab, which has its own event channel."""

    user_agent = wire.text("userAgent")
    """Name and version of the client, possibly with its operating system."""

    def make_available(
        self,
        *,
        audio_preference: enums.AudioPreference | str | None = None,
        inactive_timeout: timedelta | None = None,
        phone_number: str | None = None,
        sign_in_as: enums.PreferredAvailability | str | None = None,
        supported_message_formats: Sequence[enums.MessageFormat | str] | None = None,
        supported_modalities: Sequence[enums.ModalityType | str] | None = None,
        voip_fallback_to_phone_audio_time_out: timedelta | None = None,
    ) -> Call[None]:
        """Make the user available, so that invitations come in.

        - audio_preference: How the user prefers to receive audio calls; over IP by default.
        - inactive_timeout: How long it takes until the user counts as inactive; 5 minutes by default.
        - phone_number (phone): Number of the phone on which the user wants to be reached; the server normalizes it,
          but does not check that it exists.
        - sign_in_as: Availability to show for the user.
        - supported_message_formats: Message formats that this application can take.
        - supported_modalities: Ways of communicating for which the user wants to receive invitations.
        - voip_fallback_to_phone_audio_time_out: How long the client may leave an audio invitation unacknowledged
          before phone audio is tried.

        The call sends `POST` to `makeMeAvailable` of `me`. Gives nothing. Raises what `MakeMeAvailableLink.post`
        raises.

        Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/makemeavailable_ref
        """
        return self.embedded.me.links.make_me_available.post(
            audio_preference=audio_preference,
            inactive_timeout=inactive_timeout,
            phone_number=phone_number,
            sign_in_as=sign_in_as,
            supported_message_formats=supported_message_formats,
            supported_modalities=supported_modalities,
            voip_fallback_to_phone_audio_time_out=voip_fallback_to_phone_audio_time_out,
        )

    def set_presence(self, availability: enums.PreferredAvailability | str) -> Chain[None]:
        """Set how available the user is shown. Before that the user has to be made available.

        - availability: Availability to show for the user; an empty body resets the presence.

        The chain reads `self` of `me`, then sends `POST` to `presence`. Gives nothing. Raises what
        `PresenceLink.post` raises.

        Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/presence_ref
        """
        return self._chain(
            self.embedded.me.links.self.get(),
            ("presence",),
            "presence.PresenceLink",
            "post",
            availability=self._given("availability", availability),
        )

    def set_note(self, message: str) -> Chain[None]:
        """Set the user's personal note. Before that the user has to be made available.

        - message: Text of the note; left out or blank, the note is reset.

        The chain reads `self` of `me`, then sends `POST` to `note`. Gives nothing. Raises what `NoteLink.post`
        raises.

        Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/note_ref
        """
        return self._chain(
            self.embedded.me.links.self.get(),
            ("note",),
            "note.NoteLink",
            "post",
            message=self._given("message", message),
        )

    def report_activity(self) -> Chain[None]:
        """Report that the user is active. Without it the user is shown as away after some minutes. Before that the
        user has to be made available.

        The chain reads `self` of `me`, then sends `POST` to `reportMyActivity`. Gives nothing. Raises what
        `ReportMyActivityLink.post` raises.

        Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/reportmyactivity_ref
        """
        return self._chain(
            self.embedded.me.links.self.get(), ("reportMyActivity",), "report_my_activity.ReportMyActivityLink", "post"
        )

    def call(
        self,
        to: str,
        *,
        operation_id: str | None = None,
        phone_number: str | None = None,
        importance: enums.Importance | str | None = None,
        subject: str | None = None,
        thread_id: str | None = None,
    ) -> Call[PhoneAudioInvitationLink]:
        """Call a person by telephone. The user's own phone rings first.

        - to (uri): Address of the contact to invite, such as `sip:ann@contoso.com`.
        - operation_id (at most 50 characters, made when left out): Identifier, chosen by the application, by which
          it recognises this operation in the event channel.
        - phone_number (phone): The user's own phone to ring first; by default the number given when the application
          was created. Digits, with + for E.164; samples show a `tel:` URI.
        - importance: How urgent the conversation is, as a hint to show to the user.
        - subject (at most 250 characters): What the conversation is about.
        - thread_id: Thread of the conversation; passing the same one again continues that conversation.

        The call sends `POST` to `startPhoneAudio` of `communication`. Gives a link to the `phoneAudioInvitation`.
        Raises what `StartPhoneAudioLink.post` raises.

        Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/startphoneaudio_ref
        """
        return self.embedded.communication.links.start_phone_audio.post(
            operation_id=operation_id,
            phone_number=phone_number,
            importance=importance,
            subject=subject,
            thread_id=thread_id,
            to=to,
        )

    def start_conversation(
        self,
        to: str,
        *,
        operation_id: str | None = None,
        importance: enums.Importance | str | None = None,
        subject: str | None = None,
        thread_id: str | None = None,
        message: DataLink | None = None,
    ) -> Call[MessagingInvitationLink]:
        """Invite a person to a conversation of instant messages.

        - to (uri): Address of the contact to invite, such as `sip:ann@contoso.com`.
        - operation_id (at most 50 characters, made when left out): Identifier, chosen by the application, by which
          it recognises this operation in the event channel.
        - importance: How urgent the conversation is, as a hint to show to the user.
        - subject (at most 250 characters): What the conversation is about.
        - thread_id: Thread of the conversation; passing the same one again continues that conversation.
        - message: First message, which goes out together with the invitation.

        The call sends `POST` to `startMessaging` of `communication`. Gives a link to the `messagingInvitation`.
        Raises what `StartMessagingLink.post` raises.

        Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/startmessaging_ref
        """
        return self.embedded.communication.links.start_messaging.post(
            operation_id=operation_id,
            to=to,
            importance=importance,
            subject=subject,
            thread_id=thread_id,
            message=message,
        )

    def join_meeting(
        self,
        online_meeting_uri: str,
        *,
        operation_id: str | None = None,
        importance: enums.Importance | str | None = None,
        subject: str | None = None,
        thread_id: str | None = None,
    ) -> Call[OnlineMeetingInvitationLink]:
        """Join a meeting by its address.

        - online_meeting_uri (uri): Address of the meeting to join; left out, a new meeting is created.
        - operation_id (at most 50 characters, made when left out): Identifier, chosen by the application, by which
          it recognises this operation in the event channel.
        - importance: How urgent the conversation is, as a hint to show to the user.
        - subject (at most 250 characters): What the conversation is about.
        - thread_id: Thread of the conversation; passing the same one again continues that conversation.

        The call sends `POST` to `joinOnlineMeeting` of `communication`. Gives a link to the
        `onlineMeetingInvitation`. Raises what `JoinOnlineMeetingLink.post` raises.

        Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/joinonlinemeeting_ref
        """
        return self.embedded.communication.links.join_online_meeting.post(
            online_meeting_uri=self._given("onlineMeetingUri", online_meeting_uri),
            operation_id=operation_id,
            importance=importance,
            subject=subject,
            thread_id=thread_id,
        )

    def search(self, query: str, *, limit: int | None = None) -> Call[Search]:
        """Search the address book of the organization.

        - query (at most 256 characters): Text to look for in names, email addresses, URIs and phone numbers.
        - limit (from 1 to 100): How many results to return at most.

        The call sends `GET` to `search` of `people`. Gives the `Search`. Raises what `SearchLink.get` raises.

        Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/search_ref
        """
        return self.embedded.people.links.search.get(limit=limit, query=query)

    def watch_presence(self, uris: Sequence[str], *, duration: int = 30) -> Call[PresenceSubscription]:
        """Watch the presence of people for some minutes.

        - uris (uri): Addresses of the people whose presence to watch.
        - duration (from 10 to 30): How many minutes the subscription lasts.

        The call sends `POST` to `presenceSubscriptions` of `people`. Gives the `PresenceSubscription`. Raises what
        `PresenceSubscriptionsLink.post` raises.

        Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/presencesubscriptions_ref
        """
        return self.embedded.people.links.presence_subscriptions.post(duration=duration, uris=uris)

    def sign_out(self) -> Call[None]:
        """End the application, which signs the user out of it.

        The call sends `DELETE` to `self`. Gives nothing. Raises what `ApplicationLink.delete` raises.

        Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/application_ref
        """
        return self.links.self.delete()


_GET = Operation("GET", returns=wire.representation("application.Application"))

_DELETE = Operation("DELETE", returns=wire.nothing())


class ApplicationLink(Link, rel="application"):
    """Leads to `Application`."""

    def get(self, *, if_none_match: Validator = None) -> Call[Application]:
        """Read the application with its capabilities.

        Gives the `Application`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)

    def delete(self) -> Call[None]:
        """End the application, which closes all its communication and subscriptions and signs it out.

        Gives nothing. Raises the errors of any operation and of the group `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_DELETE, {})
