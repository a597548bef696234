# Made by ucwagen from specs/resources/contactPresence.yaml. Do not edit: change the spec and build again.
"""`contactPresence`: How available a contact is and what the contact is doing.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/contactpresence_ref
Scopes: Contacts.ReadWrite
Events: updated (medium, from people)
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, EnumProperty, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .. import enums

__all__ = ["ContactPresence", "ContactPresenceLink", "ContactPresenceLinks"]


class ContactPresenceLinks(Links):
    """Where `contactPresence` leads."""

    self: One[ContactPresenceLink] = wire.one("self", "contact_presence.ContactPresenceLink")
    """The resource itself."""


class ContactPresence(State, rel="contactPresence"):
    """How available a contact is and what the contact is doing."""

    links: View[ContactPresenceLinks] = View(ContactPresenceLinks)

    activity = wire.text("activity")
    """What the contact is doing, in the application's language or as a name to translate, such as `on-the-phone`."""

    availability: EnumProperty[enums.Availability] = wire.enum("availability", "enums.Availability")
    """How available the contact is, such as Away or Busy."""

    device_type: EnumProperty[enums.ContactDeviceType] = wire.enum("deviceType", "enums.ContactDeviceType")
    """The kind of device on which the contact is active now."""

    last_active = wire.datetime("lastActive")
    """When the contact last used a device, in JSON as POSIX time and in XML as ISO 8601."""


_GET = Operation("GET", returns=wire.representation("contact_presence.ContactPresence"))


class ContactPresenceLink(Link, rel="contactPresence"):
    """Leads to `ContactPresence`."""

    def get(self, *, if_none_match: Validator = None) -> Call[ContactPresence]:
        """Read the contact's presence.

        Gives the `ContactPresence`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user may not see the contact list or pending contacts.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
