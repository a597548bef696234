# Made by ucwagen from specs/resources/root.yaml. Do not edit: change the spec and build again.
"""`root`: The entry point of an application, with links to the kinds of credentials and to the cross-domain frame.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/root_ref
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .redirect import RedirectLink
    from .user import UserLink
    from .xframe import XframeLink

__all__ = ["Root", "RootLink", "RootLinks"]


class RootLinks(Links):
    """Where `root` leads."""

    self: One[RootLink] = wire.one("self", "root.RootLink")
    """The resource itself."""

    redirect: One[RedirectLink] = wire.one("redirect", "redirect.RedirectLink")
    """The server to use from now on, because it is the home of the user; it may ask for credentials again."""

    user: One[UserLink] = wire.one("user", "user.UserLink")
    """Where an application signs in with a user's credentials; leads to applications."""

    xframe: One[XframeLink] = wire.one("xframe", "xframe.XframeLink")
    """A frame by which web applications reach the server across domains, with the browser's `postMessage`."""


class Root(State, rel="root"):
    """The entry point of an application, with links to the kinds of credentials and to the cross-domain frame."""

    links: View[RootLinks] = View(RootLinks)


_GET = Operation("GET", returns=wire.representation("root.Root"))


class RootLink(Link, rel="root"):
    """Leads to `Root`."""

    def get(self, *, if_none_match: Validator = None) -> Call[Root]:
        """Read the links of the entry point.

        Gives the `Root`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
