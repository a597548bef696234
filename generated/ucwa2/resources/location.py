# Made by ucwagen from specs/resources/location.yaml. Do not edit: change the spec and build again.
"""`location`: The location of the user.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/location_ref
Scopes: User.ReadWrite
Events: added, updated, deleted (medium, from me)
"""

from __future__ import annotations

from .._runtime import Call, Link, Links, One, Operation, Parameter, State, Validator, View, wire

__all__ = ["Location", "LocationLink", "LocationLinks"]


class LocationLinks(Links):
    """Where `location` leads."""

    self: One[LocationLink] = wire.one("self", "location.LocationLink")
    """The resource itself."""


class Location(State, rel="location"):
    """The location of the user."""

    links: View[LocationLinks] = View(LocationLinks)

    location = wire.text("location")
    """Location of the user, as text."""


_GET = Operation("GET", returns=wire.representation("location.Location"))

_POST = Operation(
    "POST",
    Parameter("location", "string", max_length=60),
    returns=wire.nothing(),
)


class LocationLink(Link, rel="location"):
    """Leads to `Location`."""

    def get(self, *, if_none_match: Validator = None) -> Call[Location]:
        """Read the location.

        Gives the `Location`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `ConflictMakeMeAvailableRequired`: The user has to be made available (makeMeAvailable) before the location
          can be read or set.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)

    def post(self, *, location: str | None = None) -> Call[None]:
        """Set the location, or clear it with an empty body.

        - location (at most 60 characters): Location of the user, as text; an empty body clears the location.

        Gives nothing. Raises the errors of any operation and of the groups `callback-channel`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `ConflictMakeMeAvailableRequired`: The user has to be made available (makeMeAvailable) before the location
          can be read or set.
        """
        return self._call(_POST, {"location": location})
