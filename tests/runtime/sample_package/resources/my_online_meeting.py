"""myOnlineMeeting: a meeting of the user."""

from __future__ import annotations

from .._runtime import TYPE_CHECKING, UNSET, Call, Link, Operation, Parameter, State, Unset, wire

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from .._runtime import Validator

__all__ = ["MyOnlineMeeting", "MyOnlineMeetingLink"]


class MyOnlineMeeting(State, rel="myOnlineMeeting"):
    """A meeting of the user."""

    attendees = wire.texts("attendees")
    """Who comes."""

    expiration_time = wire.datetime("expirationTime")
    """When it goes away."""

    subject = wire.text("subject")
    """What it is about."""


_GET = Operation("GET", returns=wire.representation("my_online_meeting.MyOnlineMeeting"))
_PUT = Operation(
    "PUT",
    Parameter("attendees", "string", many=True),
    Parameter("expirationTime", "datetime"),
    Parameter("subject", "string", max_length=250),
    returns=wire.representation("my_online_meeting.MyOnlineMeeting"),
)
_DELETE = Operation("DELETE", returns=wire.nothing())


class MyOnlineMeetingLink(Link, rel="myOnlineMeeting"):
    """Leads to a `MyOnlineMeeting`."""

    def get(self, *, if_none_match: Validator = None) -> Call[MyOnlineMeeting]:
        """Read it."""
        return self._call(_GET, {}, if_none_match=if_none_match)

    def put(
        self,
        base: MyOnlineMeeting,
        *,
        attendees: Sequence[str] | None | Unset = UNSET,
        expiration_time: datetime | None | Unset = UNSET,
        subject: str | None | Unset = UNSET,
    ) -> Call[MyOnlineMeeting]:
        """Change it."""
        return self._put(_PUT, base, {"attendees": attendees, "expirationTime": expiration_time, "subject": subject})

    def delete(self) -> Call[None]:
        """Cancel it."""
        return self._call(_DELETE, {})
