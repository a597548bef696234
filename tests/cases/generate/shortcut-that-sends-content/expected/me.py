# Made by ucwagen from specs/resources/me.yaml. Do not edit: change the spec and build again.
"""`me`: The user.

Reference: https://example.com/me_ref
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Links, One, State, View, wire

if TYPE_CHECKING:
    from .note import NoteLink
    from .post import PostLink

__all__ = ["Me", "MeLink", "MeLinks"]


class MeLinks(Links):
    """Where `me` leads."""

    post: One[PostLink] = wire.one("post", "post.PostLink")
    """Sends something."""


class Me(State, rel="me"):
    """The user."""

    links: View[MeLinks] = View(MeLinks)

    def send(self, content: str | bytes, *, content_type: str = "text/plain") -> Call[NoteLink]:
        """Send a text.

        - content: What is sent, as text (in UTF-8) or bytes, of the type `text/plain` or `text/html`.
        - content_type: Its media type; `text/plain` when left out.

        The call sends `POST` to `post`. Gives a link to the `note`. Raises what `PostLink.post` raises.
        """
        return self.links.post.post(content, content_type=content_type)

    def send_html(self, content: str | bytes) -> Call[NoteLink]:
        """Send a text in HTML.

        - content: What is sent, as text (in UTF-8) or bytes, of the type `text/html`.

        The call sends `POST` to `post`, with content of the type `text/html`. Gives a link to the `note`. Raises
        what `PostLink.post` raises.
        """
        return self.links.post.post(content, content_type="text/html")


class MeLink(Link, rel="me"):
    """Leads to `Me`."""
