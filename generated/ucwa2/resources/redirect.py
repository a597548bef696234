# Made by ucwagen from specs/resources/redirect.yaml. Do not edit: change the spec and build again.
"""`redirect`: The server to use from now on, because it is the home of the user; it may ask for credentials again.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/redirect_ref
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .user import UserLink
    from .xframe import XframeLink

__all__ = ["Redirect", "RedirectLink", "RedirectLinks"]


class RedirectLinks(Links):
    """Where `redirect` leads."""

    self: One[RedirectLink] = wire.one("self", "redirect.RedirectLink")
    """The resource itself."""

    user: One[UserLink] = wire.one("user", "user.UserLink")
    """Where an application signs in with a user's credentials; leads to applications."""

    xframe: One[XframeLink] = wire.one("xframe", "xframe.XframeLink")
    """A frame by which web applications reach the server across domains, with the browser's `postMessage`."""


class Redirect(State, rel="redirect"):
    """The server to use from now on, because it is the home of the user; it may ask for credentials again."""

    links: View[RedirectLinks] = View(RedirectLinks)


_GET = Operation("GET", returns=wire.representation("redirect.Redirect"))


class RedirectLink(Link, rel="redirect"):
    """Leads to `Redirect`."""

    def get(self, *, if_none_match: Validator = None) -> Call[Redirect]:
        """Read the link to that server.

        Gives the `Redirect`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
