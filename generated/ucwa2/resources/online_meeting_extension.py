# Made by ucwagen from specs/resources/onlineMeetingExtension.yaml. Do not edit: change the spec and build again.
"""`onlineMeetingExtension`: Data that an application stores with a meeting, as properties of its own choice.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/onlinemeetingextension_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import (
    TYPE_CHECKING,
    UNSET,
    Call,
    EnumProperty,
    Link,
    Links,
    One,
    Operation,
    Parameter,
    State,
    Unset,
    Validator,
    View,
    wire,
)

if TYPE_CHECKING:
    from .. import enums

__all__ = ["OnlineMeetingExtension", "OnlineMeetingExtensionLink", "OnlineMeetingExtensionLinks"]


class OnlineMeetingExtensionLinks(Links):
    """Where `onlineMeetingExtension` leads."""

    self: One[OnlineMeetingExtensionLink] = wire.one("self", "online_meeting_extension.OnlineMeetingExtensionLink")
    """The resource itself."""


class OnlineMeetingExtension(State, rel="onlineMeetingExtension"):
    """Data that an application stores with a meeting, as properties of its own choice."""

    links: View[OnlineMeetingExtensionLinks] = View(OnlineMeetingExtensionLinks)

    id = wire.text("id")
    """Identifier of the extension, chosen by the application."""

    type: EnumProperty[enums.OnlineMeetingExtensionType] = wire.enum("type", "enums.OnlineMeetingExtensionType")
    """Whether the data go to the organizer alone or to all participants."""


_GET = Operation("GET", returns=wire.representation("online_meeting_extension.OnlineMeetingExtension"))

_DELETE = Operation("DELETE", returns=wire.nothing())

_PUT = Operation(
    "PUT",
    Parameter("id", "string"),
    Parameter("type", "enums.OnlineMeetingExtensionType"),
    returns=wire.representation("online_meeting_extension.OnlineMeetingExtension"),
)


class OnlineMeetingExtensionLink(Link, rel="onlineMeetingExtension"):
    """Leads to `OnlineMeetingExtension`."""

    def get(self, *, if_none_match: Validator = None) -> Call[OnlineMeetingExtension]:
        """Read the extension's data.

        Gives the `OnlineMeetingExtension`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)

    def delete(self) -> Call[None]:
        """Remove the extension.

        Gives nothing. Raises the errors of any operation and of the group `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_DELETE, {})

    def put(
        self,
        base: OnlineMeetingExtension,
        *,
        id: str | Unset | None = UNSET,
        type: enums.OnlineMeetingExtensionType | str | Unset | None = UNSET,
    ) -> Call[OnlineMeetingExtension]:
        """Change the extension's data.

        - base: The state to change, as it was read; what is not given stays as it is.
        - id: Identifier of the extension, chosen by the application.
        - type: Whether the data go to the organizer alone or to all participants.

        Gives the `OnlineMeetingExtension`. Raises the errors of any operation and of the groups `exchange-version`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._put(_PUT, base, {"id": id, "type": type})
