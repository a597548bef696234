# Made by ucwagen from specs/resources/plan.yaml. Do not edit: change the spec and build again.
"""`plan`: What is to be done."""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, UNSET, Call, Link, Links, One, Operation, Parameter, State, Unset, View, wire

if TYPE_CHECKING:
    from datetime import date

__all__ = ["Plan", "PlanLink", "PlanLinks"]


class PlanLinks(Links):
    """Where `plan` leads."""

    self: One[PlanLink] = wire.one("self", "plan.PlanLink")
    """The resource itself."""


class Plan(State, rel="plan"):
    """What is to be done."""

    links: View[PlanLinks] = View(PlanLinks)

    def postpone(self, date: date, *, text: str | Unset | None = UNSET) -> Call[Plan]:
        """Put it off.

        - date: When it is due.
        - text: The words.

        The call sends `PUT` to `self`. Gives the `Plan`. Raises what `PlanLink.put` raises.
        """
        return self.links.self.put(self, date=self._given("date", date), text=text)


_PUT = Operation(
    "PUT",
    Parameter("date", "date"),
    Parameter("text", "string"),
    returns=wire.representation("plan.Plan"),
)


class PlanLink(Link, rel="plan"):
    """Leads to `Plan`."""

    def put(self, base: Plan, *, date: date | Unset | None = UNSET, text: str | Unset | None = UNSET) -> Call[Plan]:
        """Change the plan.

        - base: The state to change, as it was read; what is not given stays as it is.
        - date: When it is due.
        - text: The words.

        Gives the `Plan`. Raises the errors of any operation (see `tiny.errors`).
        """
        return self._put(_PUT, base, {"date": date, "text": text})
