"""myGroups: the user's groups."""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Document, Link, Operation, State, wire

if TYPE_CHECKING:
    from .._runtime import Validator

__all__ = ["MyGroups", "MyGroupsLink"]


class MyGroups(State, rel="myGroups"):
    """The user's groups."""

    sync_state = wire.text("syncState", since=2)
    """Whether they are complete. Revision 2 and later."""


_GET = Operation("GET", returns=wire.representation("my_groups.MyGroups"))
_POST = Operation("POST", returns=wire.document())


class MyGroupsLink(Link, rel="myGroups"):
    """Leads to a `MyGroups`."""

    def get(self, *, if_none_match: Validator = None) -> Call[MyGroups]:
        """Read them."""
        return self._call(_GET, {}, if_none_match=if_none_match)

    def post(self) -> Call[Document]:
        """Queue something."""
        return self._call(_POST, {})
