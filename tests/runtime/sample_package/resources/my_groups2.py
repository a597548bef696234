"""myGroups: the user's groups.

Revision: 2 of myGroups
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, Link, Operation, Parameter, wire

if TYPE_CHECKING:
    from .._runtime import Validator
    from .my_groups import MyGroups

__all__ = ["MyGroups2Link"]

_GET = Operation(
    "GET", Parameter("expand", "boolean", place="query"), returns=wire.representation("my_groups.MyGroups")
)


class MyGroups2Link(Link, rel="myGroups", revision=2):
    """Leads to a `MyGroups`."""

    def get(self, *, expand: bool | None = None, if_none_match: Validator = None) -> Call[MyGroups]:
        """Read them."""
        return self._call(_GET, {"expand": expand}, if_none_match=if_none_match)
