# Made by ucwagen from specs/resources/user.yaml. Do not edit: change the spec and build again.
"""`user`: Where an application signs in with a user's credentials; leads to applications.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/user_ref
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .applications import ApplicationsLink
    from .redirect import RedirectLink
    from .xframe import XframeLink

__all__ = ["User", "UserLink", "UserLinks"]


class UserLinks(Links):
    """Where `user` leads."""

    self: One[UserLink] = wire.one("self", "user.UserLink")
    """The resource itself."""

    applications: One[ApplicationsLink] = wire.one("applications", "applications.ApplicationsLink")
    """Where a client registers to become an application."""

    redirect: One[RedirectLink] = wire.one("redirect", "redirect.RedirectLink")
    """The server to use from now on, because it is the home of the user; it may ask for credentials again."""

    xframe: One[XframeLink] = wire.one("xframe", "xframe.XframeLink")
    """A frame by which web applications reach the server across domains, with the browser's `postMessage`."""


class User(State, rel="user"):
    """Where an application signs in with a user's credentials; leads to applications."""

    links: View[UserLinks] = View(UserLinks)


_GET = Operation("GET", returns=wire.representation("user.User"))


class UserLink(Link, rel="user"):
    """Leads to `User`."""

    def get(self, *, if_none_match: Validator = None) -> Call[User]:
        """Read the links to applications or to another server.

        Gives the `User`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
