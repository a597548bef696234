# Made by ucwagen from specs/resources/application.yaml. Do not edit: change the spec and build again.
"""`application`: The running client, from which everything else is reached; it expires when left idle.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/application_ref
Scopes: User.ReadWrite, Contacts.ReadWrite, Conversations.Initiate, Conversations.Receive, Meetings.ReadWrite
"""

from __future__ import annotations

from .._runtime import (
    TYPE_CHECKING,
    Call,
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
    from .batch import BatchLink
    from .communication import Communication
    from .events import EventsLink
    from .me import Me
    from .online_meetings import OnlineMeetings
    from .people import People
    from .policies import PoliciesLink
    from .report_my_network import ReportMyNetworkLink

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
