# Made by ucwagen from specs/resources/mediaRelay.yaml. Do not edit: change the spec and build again.
"""`mediaRelay`: A media relay and the ports on which it listens.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/mediarelay_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, EnumProperty, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .. import enums

__all__ = ["MediaRelay", "MediaRelayLink", "MediaRelayLinks"]


class MediaRelayLinks(Links):
    """Where `mediaRelay` leads."""

    self: One[MediaRelayLink] = wire.one("self", "media_relay.MediaRelayLink")
    """The resource itself."""


class MediaRelay(State, rel="mediaRelay"):
    """A media relay and the ports on which it listens."""

    links: View[MediaRelayLinks] = View(MediaRelayLinks)

    host = wire.text("host")
    """Host name of the relay."""

    ipv4 = wire.text("ipv4")
    """IPv4 address of the relay; only for IETF relays."""

    ipv6 = wire.text("ipv6")
    """IPv6 address of the relay; only for IETF relays."""

    location: EnumProperty[enums.RelayLocation] = wire.enum("location", "enums.RelayLocation")
    """From which side the relay can be reached."""

    tcp_port = wire.integer("tcpPort")
    """Port for TCP, or -1 where none is set."""

    udp_port = wire.integer("udpPort")
    """Port for UDP, or -1 where none is set."""


_GET = Operation("GET", returns=wire.representation("media_relay.MediaRelay"))


class MediaRelayLink(Link, rel="mediaRelay"):
    """Leads to `MediaRelay`."""

    def get(self, *, if_none_match: Validator = None) -> Call[MediaRelay]:
        """Read the relay's addresses and ports.

        Gives the `MediaRelay`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
