# Made by ucwagen from specs/resources/onlineMeetingExtensions.yaml. Do not edit: change the spec and build again.
"""`onlineMeetingExtensions`: The extensions in which applications store their own data with the meeting.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/onlinemeetingextensions_ref
Scopes: Conversations.Initiate, Conversations.Receive
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
    Parameter,
    State,
    Validator,
    View,
    wire,
)

if TYPE_CHECKING:
    from .. import enums
    from .online_meeting_extension import OnlineMeetingExtension

__all__ = [
    "OnlineMeetingExtensions",
    "OnlineMeetingExtensionsEmbedded",
    "OnlineMeetingExtensionsLink",
    "OnlineMeetingExtensionsLinks",
]


class OnlineMeetingExtensionsLinks(Links):
    """Where `onlineMeetingExtensions` leads."""

    self: One[OnlineMeetingExtensionsLink] = wire.one("self", "online_meeting_extensions.OnlineMeetingExtensionsLink")
    """The resource itself."""


class OnlineMeetingExtensionsEmbedded(Embedded):
    """What `onlineMeetingExtensions` holds."""

    online_meeting_extension: ManyStates[OnlineMeetingExtension] = wire.many_states(
        "onlineMeetingExtension", "online_meeting_extension.OnlineMeetingExtension"
    )
    """Data that an application stores with a meeting, as properties of its own choice."""


class OnlineMeetingExtensions(State, rel="onlineMeetingExtensions"):
    """The extensions in which applications store their own data with the meeting."""

    links: View[OnlineMeetingExtensionsLinks] = View(OnlineMeetingExtensionsLinks)
    embedded: View[OnlineMeetingExtensionsEmbedded] = View(OnlineMeetingExtensionsEmbedded)


_GET = Operation("GET", returns=wire.representation("online_meeting_extensions.OnlineMeetingExtensions"))

_POST = Operation(
    "POST",
    Parameter("id", "string"),
    Parameter("type", "enums.OnlineMeetingExtensionType"),
    returns=wire.representation("online_meeting_extension.OnlineMeetingExtension"),
)


class OnlineMeetingExtensionsLink(Link, rel="onlineMeetingExtensions"):
    """Leads to `OnlineMeetingExtensions`."""

    def get(self, *, if_none_match: Validator = None) -> Call[OnlineMeetingExtensions]:
        """List the meeting's extensions.

        Gives the `OnlineMeetingExtensions`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)

    def post(
        self, *, id: str | None = None, type: enums.OnlineMeetingExtensionType | str | None = None
    ) -> Call[OnlineMeetingExtension]:
        """Add an extension to the meeting.

        - id: Identifier of the extension, chosen by the application.
        - type: Whether the data go to the organizer alone or to all participants.

        Gives the `OnlineMeetingExtension`. Raises the errors of any operation and of the groups `callback-channel`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_POST, {"id": id, "type": type})
