# Made by ucwagen from specs/resources/lobby.yaml. Do not edit: change the spec and build again.
"""`lobby`: The participants who wait to be admitted to the meeting; those who are not admitted are disconnected.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/lobby_ref
Scopes: Conversations.Receive
Events: added, updated, deleted of participant (high, from conversation)
"""

from __future__ import annotations

from .._runtime import (
    TYPE_CHECKING,
    Call,
    Embedded,
    Link,
    Links,
    ManyStates,
    One,
    Operation,
    State,
    Validator,
    View,
    wire,
)

if TYPE_CHECKING:
    from .participant import Participant

__all__ = ["Lobby", "LobbyEmbedded", "LobbyLink", "LobbyLinks"]


class LobbyLinks(Links):
    """Where `lobby` leads."""

    self: One[LobbyLink] = wire.one("self", "lobby.LobbyLink")
    """The resource itself."""


class LobbyEmbedded(Embedded):
    """What `lobby` holds."""

    participant: ManyStates[Participant] = wire.many_states("participant", "participant.Participant")
    """A person who takes part in a conversation; it exists as long as that lasts."""


class Lobby(State, rel="lobby"):
    """The participants who wait to be admitted to the meeting; those who are not admitted are disconnected."""

    links: View[LobbyLinks] = View(LobbyLinks)
    embedded: View[LobbyEmbedded] = View(LobbyEmbedded)


_GET = Operation("GET", returns=wire.representation("lobby.Lobby"))


class LobbyLink(Link, rel="lobby"):
    """Leads to `Lobby`."""

    def get(self, *, if_none_match: Validator = None) -> Call[Lobby]:
        """List the participants who wait.

        Gives the `Lobby`. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
