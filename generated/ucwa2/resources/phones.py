# Made by ucwagen from specs/resources/phones.yaml. Do not edit: change the spec and build again.
"""`phones`: All phone numbers that the user has.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/phones_ref
Scopes: User.ReadWrite
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
    from .phone import Phone

__all__ = ["Phones", "PhonesEmbedded", "PhonesLink", "PhonesLinks"]


class PhonesLinks(Links):
    """Where `phones` leads."""

    self: One[PhonesLink] = wire.one("self", "phones.PhonesLink")
    """The resource itself."""


class PhonesEmbedded(Embedded):
    """What `phones` holds."""

    phone: ManyStates[Phone] = wire.many_states("phone", "phone.Phone")
    """One phone number of the user, which can receive calls and which contacts may see."""


class Phones(State, rel="phones"):
    """All phone numbers that the user has."""

    links: View[PhonesLinks] = View(PhonesLinks)
    embedded: View[PhonesEmbedded] = View(PhonesEmbedded)


_GET = Operation("GET", returns=wire.representation("phones.Phones"))


class PhonesLink(Link, rel="phones"):
    """Leads to `Phones`."""

    def get(self, *, if_none_match: Validator = None) -> Call[Phones]:
        """List the phone numbers.

        Gives the `Phones`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`), and:

        - `ForbiddenAnonymousNotAllowed`: Anonymous users have no access to delegates.
        - `Forbidden`: The user does not have Enterprise Voice.
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
