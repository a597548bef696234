# Made by ucwagen from specs/resources/contactPhoto.yaml. Do not edit: change the spec and build again.
"""`contactPhoto`: A picture of the contact.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/contactphoto_ref
Scopes: Contacts.ReadWrite
"""

from __future__ import annotations

from .._runtime import Call, Content, Link, Links, One, Operation, Parameter, State, Validator, View, wire

__all__ = ["ContactPhoto", "ContactPhotoLink", "ContactPhotoLinks"]


class ContactPhotoLinks(Links):
    """Where `contactPhoto` leads."""

    self: One[ContactPhotoLink] = wire.one("self", "contact_photo.ContactPhotoLink")
    """The resource itself."""


class ContactPhoto(State, rel="contactPhoto"):
    """A picture of the contact."""

    links: View[ContactPhotoLinks] = View(ContactPhotoLinks)


_GET = Operation(
    "GET",
    Parameter("size", "string", place="query"),
    returns=wire.content("image/jpeg"),
)


class ContactPhotoLink(Link, rel="contactPhoto"):
    """Leads to `ContactPhoto`."""

    def get(self, *, size: str | None = None, if_none_match: Validator = None) -> Call[Content]:
        """Fetch the picture.

        - size: Width and height in pixels as `HR{length}X{width}`, such as HR64X64; HR48X48 by default.

        Gives the content, `image/jpeg`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`), and:

        - `Forbidden`: Photos are switched off, or an anonymous user asks for one outside a conference. The user may
          not see the contact list or pending contacts.
        - `Timeout`: A server behind this one did not answer in time.
        """
        return self._call(_GET, {"size": size}, if_none_match=if_none_match)
