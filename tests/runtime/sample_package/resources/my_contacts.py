"""myContacts: the user's contacts."""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Embedded, Link, Operation, Parameter, State, View, wire

if TYPE_CHECKING:
    from .._runtime import ManyStates, Validator
    from .contact import Contact

__all__ = ["MyContacts", "MyContactsEmbedded", "MyContactsLink"]


class MyContactsEmbedded(Embedded):
    """What `myContacts` holds."""

    contact: ManyStates[Contact] = wire.many_states("contact", "contact.Contact")
    """The contacts."""


class MyContacts(State, rel="myContacts"):
    """The user's contacts."""

    embedded: View[MyContactsEmbedded] = View(MyContactsEmbedded)


_GET = Operation("GET", returns=wire.representation("my_contacts.MyContacts"))
_POST = Operation(
    "POST", Parameter("contactUri", "string", required=True, place="query", max_length=250), returns=wire.nothing()
)


class MyContactsLink(Link, rel="myContacts"):
    """Leads to a `MyContacts`."""

    def get(self, *, if_none_match: Validator = None) -> Call[MyContacts]:
        """Read them."""
        return self._call(_GET, {}, if_none_match=if_none_match)

    def post(self, *, contact_uri: str) -> Call[None]:
        """Add one."""
        return self._call(_POST, {"contactUri": contact_uri})
