# Made by ucwagen from specs/resources/photo.yaml. Do not edit: change the spec and build again.
"""`photo`: A picture of the user.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/photo_ref
Scopes: User.ReadWrite
"""

from __future__ import annotations

from .._runtime import Call, Content, Link, Links, One, Operation, Parameter, State, Validator, View, wire

__all__ = ["Photo", "PhotoLink", "PhotoLinks"]


class PhotoLinks(Links):
    """Where `photo` leads."""

    self: One[PhotoLink] = wire.one("self", "photo.PhotoLink")
    """The resource itself."""


class Photo(State, rel="photo"):
    """A picture of the user."""

    links: View[PhotoLinks] = View(PhotoLinks)


_GET = Operation(
    "GET",
    Parameter("size", "string", place="query"),
    returns=wire.content("image/jpeg"),
)


class PhotoLink(Link, rel="photo"):
    """Leads to `Photo`."""

    def get(self, *, size: str | None = None, if_none_match: Validator = None) -> Call[Content]:
        """Fetch the picture.

        - size: Width and height in pixels as `HR{length}X{width}`, such as HR64X64; HR48X48 by default.

        Gives the content, `image/jpeg`. Raises the errors of any operation and of the groups `exchange-version`,
        `conflict`, `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {"size": size}, if_none_match=if_none_match)
