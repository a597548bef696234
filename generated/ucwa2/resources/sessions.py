# Made by ucwagen from specs/resources/sessions.yaml. Do not edit: change the spec and build again.
"""`sessions`: The media sessions of a call with audio, video or application sharing.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/sessions_ref
Scopes: Conversations.Initiate, Conversations.Receive
"""

from __future__ import annotations

from .._runtime import Call, Link, Links, One, Operation, State, Validator, View, wire

__all__ = ["Sessions", "SessionsLink", "SessionsLinks"]


class SessionsLinks(Links):
    """Where `sessions` leads."""

    self: One[SessionsLink] = wire.one("self", "sessions.SessionsLink")
    """The resource itself."""


class Sessions(State, rel="sessions"):
    """The media sessions of a call with audio, video or application sharing."""

    links: View[SessionsLinks] = View(SessionsLinks)


_GET = Operation("GET", returns=wire.representation("sessions.Sessions"))


class SessionsLink(Link, rel="sessions"):
    """Leads to `Sessions`."""

    def get(self, *, if_none_match: Validator = None) -> Call[Sessions]:
        """List the sessions.

        Gives the `Sessions`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
