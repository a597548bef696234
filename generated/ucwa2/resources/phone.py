# Made by ucwagen from specs/resources/phone.yaml. Do not edit: change the spec and build again.
"""`phone`: One phone number of the user, which can receive calls and which contacts may see.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/phone_ref
Scopes: User.ReadWrite
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .change_number import ChangeNumberLink
    from .change_visibility import ChangeVisibilityLink

__all__ = ["Phone", "PhoneLink", "PhoneLinks"]


class PhoneLinks(Links):
    """Where `phone` leads."""

    self: One[PhoneLink] = wire.one("self", "phone.PhoneLink")
    """The resource itself."""

    change_number: One[ChangeNumberLink] = wire.one("changeNumber", "change_number.ChangeNumberLink")
    """Changes or clears one of the user's phone numbers; present only if the user may do so."""

    change_visibility: One[ChangeVisibilityLink] = wire.one(
        "changeVisibility", "change_visibility.ChangeVisibilityLink"
    )
    """Shows one of the user's phone numbers to others or hides it; present only if the user may do so."""


class Phone(State, rel="phone"):
    """One phone number of the user, which can receive calls and which contacts may see."""

    links: View[PhoneLinks] = View(PhoneLinks)

    include_in_contact_card = wire.boolean("includeInContactCard")
    """Whether other people see this phone number."""

    number = wire.text("number")
    """The number itself, such as `tel:+14255551234`."""

    type = wire.text("type")
    """What kind of number it is, Work, Home, Mobile or Other."""


_GET = Operation("GET", returns=wire.representation("phone.Phone"))


class PhoneLink(Link, rel="phone"):
    """Leads to `Phone`."""

    def get(self, *, if_none_match: Validator = None) -> Call[Phone]:
        """Read the phone number.

        Gives the `Phone`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: The user does not have Enterprise Voice.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
