# Made by ucwagen from specs/resources/mediaRelayAccessToken.yaml. Do not edit: change the spec and build again.
"""`mediaRelayAccessToken`: Credentials for a media relay, valid for a limited time.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/mediarelayaccesstoken_ref
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
    from .media_relay import MediaRelay

__all__ = [
    "MediaRelayAccessToken",
    "MediaRelayAccessTokenEmbedded",
    "MediaRelayAccessTokenLink",
    "MediaRelayAccessTokenLinks",
]


class MediaRelayAccessTokenLinks(Links):
    """Where `mediaRelayAccessToken` leads."""

    self: One[MediaRelayAccessTokenLink] = wire.one("self", "media_relay_access_token.MediaRelayAccessTokenLink")
    """The resource itself."""


class MediaRelayAccessTokenEmbedded(Embedded):
    """What `mediaRelayAccessToken` holds."""

    media_relay: ManyStates[MediaRelay] = wire.many_states("mediaRelay", "media_relay.MediaRelay")
    """A media relay and the ports on which it listens."""


class MediaRelayAccessToken(State, rel="mediaRelayAccessToken"):
    """Credentials for a media relay, valid for a limited time."""

    links: View[MediaRelayAccessTokenLinks] = View(MediaRelayAccessTokenLinks)
    embedded: View[MediaRelayAccessTokenEmbedded] = View(MediaRelayAccessTokenEmbedded)

    duration = wire.integer("duration")
    """How many minutes the token lasts."""

    uri = wire.text("Uri")
    """Address for which the token can be used."""

    password = wire.text("password")
    """Password that goes with the token."""

    user_name = wire.text("userName")
    """User name that goes with the token."""

    valid_until = wire.datetime("validUntil")
    """Time (UTC) from which the token is no longer valid."""


_GET = Operation("GET", returns=wire.representation("media_relay_access_token.MediaRelayAccessToken"))


class MediaRelayAccessTokenLink(Link, rel="mediaRelayAccessToken"):
    """Leads to `MediaRelayAccessToken`."""

    def get(self, *, if_none_match: Validator = None) -> Call[MediaRelayAccessToken]:
        """Fetch the token with its relays.

        Gives the `MediaRelayAccessToken`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
