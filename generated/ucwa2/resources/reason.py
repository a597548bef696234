# Made by ucwagen from specs/resources/reason.yaml. Do not edit: change the spec and build again.
"""`reason`: Why something failed or changed; sent with responses and events, never requested.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/reason_ref
"""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, Call, EnumProperty, Link, Links, One, Operation, State, Validator, View, wire

if TYPE_CHECKING:
    from .. import enums

__all__ = ["Reason", "ReasonLink", "ReasonLinks"]


class ReasonLinks(Links):
    """Where `reason` leads."""

    self: One[ReasonLink] = wire.one("self", "reason.ReasonLink")
    """The resource itself."""


class Reason(State, rel="reason"):
    """Why something failed or changed; sent with responses and events, never requested."""

    links: View[ReasonLinks] = View(ReasonLinks)

    code: EnumProperty[enums.ErrorCode] = wire.enum("code", "enums.ErrorCode")
    """General kind of the failure."""

    message = wire.text("message")
    """Text that explains the failure, in the language of the application."""

    subcode: EnumProperty[enums.ErrorSubcode] = wire.enum("subcode", "enums.ErrorSubcode")
    """What exactly went wrong."""


_GET = Operation("GET", returns=wire.representation("reason.Reason"))


class ReasonLink(Link, rel="reason"):
    """Leads to `Reason`."""

    def get(self, *, if_none_match: Validator = None) -> Call[Reason]:
        """Read the reason.

        Gives the `Reason`. Raises the errors of any operation (see `ucwa2.errors`).
        """
        return self._call(_GET, {}, if_none_match=if_none_match)
