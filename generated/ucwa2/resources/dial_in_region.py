# Made by ucwagen from specs/resources/dialInRegion.yaml. Do not edit: change the spec and build again.
"""`dialInRegion`: A region with the number that people there call to join the meeting.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/dialinregion_ref
Scopes: User.ReadWrite, Contacts.ReadWrite, Conversations.Initiate, Conversations.Receive, Meetings.ReadWrite
"""

from __future__ import annotations

from .._runtime import Call, Link, Links, One, Operation, State, Validator, View, wire

__all__ = ["DialInRegion", "DialInRegionLink", "DialInRegionLinks"]


class DialInRegionLinks(Links):
    """Where `dialInRegion` leads."""

    self: One[DialInRegionLink] = wire.one("self", "dial_in_region.DialInRegionLink")
    """The resource itself."""


class DialInRegion(State, rel="dialInRegion"):
    """A region with the number that people there call to join the meeting."""

    links: View[DialInRegionLinks] = View(DialInRegionLinks)

    languages = wire.texts("languages")
    """Languages that go with the number."""

    name = wire.text("name")
    """Name of the region to which the number belongs."""

    number = wire.text("number")
    """Number to call in this region."""


_GET = Operation("GET", returns=wire.representation("dial_in_region.DialInRegion"))


class DialInRegionLink(Link, rel="dialInRegion"):
    """Leads to `DialInRegion`."""

    def get(self, *, if_none_match: Validator = None) -> Call[DialInRegion]:
        """Read how to dial in from this region.

        Gives the `DialInRegion`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
