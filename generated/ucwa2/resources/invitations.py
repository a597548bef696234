# Made by ucwagen from specs/resources/invitations.yaml. Do not edit: change the spec and build again.
"""`invitations`: A list of invitations.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/invitations_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import Call, Link, Links, One, Operation, State, Validator, View, wire

__all__ = ["Invitations", "InvitationsLink", "InvitationsLinks"]


class InvitationsLinks(Links):
    """Where `invitations` leads."""

    self: One[InvitationsLink] = wire.one("self", "invitations.InvitationsLink")
    """The resource itself."""


class Invitations(State, rel="invitations"):
    """A list of invitations."""

    links: View[InvitationsLinks] = View(InvitationsLinks)


_GET = Operation("GET", returns=wire.representation("invitations.Invitations"))


class InvitationsLink(Link, rel="invitations"):
    """Leads to `Invitations`."""

    def get(self, *, if_none_match: Validator = None) -> Call[Invitations]:
        """Read the invitations.

        Gives the `Invitations`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
