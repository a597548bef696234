"""contact: a person."""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Links, Operation, State, View, wire

if TYPE_CHECKING:
    from .._runtime import One, Validator
    from .contact_photo import ContactPhotoLink

__all__ = ["Contact", "ContactLink", "ContactLinks"]


class ContactLinks(Links):
    """Where `contact` leads."""

    self: One[ContactLink] = wire.one("self", "contact.ContactLink")
    """Itself."""

    contact_photo: One[ContactPhotoLink] = wire.one("contactPhoto", "contact_photo.ContactPhotoLink")
    """The photo."""


class Contact(State, rel="contact"):
    """A person."""

    links: View[ContactLinks] = View(ContactLinks)

    company = wire.text("company")
    """Where the person works."""

    department = wire.text("department")
    """In which part of it."""

    email_addresses = wire.texts("emailAddresses")
    """Addresses."""

    home_phone_number = wire.text("homePhoneNumber")
    """The phone at home."""

    mobile_phone_number = wire.text("mobilePhoneNumber")
    """The phone that goes along."""

    name = wire.text("name")
    """The name."""

    office = wire.text("office")
    """Where the person sits."""

    source_network = wire.text("sourceNetwork")
    """Where the person comes from."""

    title = wire.text("title")
    """What the person does."""

    type = wire.text("type")
    """What kind of contact."""

    uri = wire.text("uri")
    """The address."""

    work_phone_number = wire.text("workPhoneNumber")
    """The phone at work."""


_GET = Operation("GET", returns=wire.representation("contact.Contact"))


class ContactLink(Link, rel="contact"):
    """Leads to a `Contact`."""

    def get(self, *, if_none_match: Validator = None) -> Call[Contact]:
        """Read the contact."""
        return self._call(_GET, {}, if_none_match=if_none_match)
