# Made by ucwagen from specs/resources/events.yaml. Do not edit: change the spec and build again.
"""`events`: The event channel, through which the server reports changes.

Reference: https://learn.microsoft.com/en-us/skype-sdk/ucwa/events_ref
"""

from __future__ import annotations

from .._runtime import Call, EventPage, Link, Links, One, Operation, Parameter, State, View, wire

__all__ = ["Events", "EventsLink", "EventsLinks"]


class EventsLinks(Links):
    """Where `events` leads."""

    self: One[EventsLink] = wire.one("self", "events.EventsLink")
    """The resource itself."""


class Events(State, rel="events"):
    """The event channel, through which the server reports changes."""

    links: View[EventsLinks] = View(EventsLinks)


_GET = Operation(
    "GET",
    Parameter("low", "integer", place="query", minimum=5, maximum=1800),
    Parameter("medium", "integer", place="query", minimum=5, maximum=1800),
    Parameter("priority", "integer", place="query"),
    Parameter("timeout", "integer", place="query", minimum=180, maximum=1800),
    returns=wire.event_page(),
)


class EventsLink(Link, rel="events"):
    """Leads to `Events`."""

    def get(
        self,
        *,
        low: int | None = None,
        medium: int | None = None,
        priority: int | None = None,
        timeout: int | None = None,
    ) -> Call[EventPage]:
        """Wait for events; the server answers when events are due or the timeout has passed.

        - low (from 5 to 1800): Seconds for which events of low priority may be held back; 15 by default.
        - medium (from 5 to 1800): Seconds for which events of medium priority may be held back; 5 by default.
        - priority: Decides between requests with the same ack; a request replaces earlier ones with the same or a
          smaller value. 0 by default.
        - timeout (from 180 to 1800): Seconds after which the server answers without events; 180 by default.

        Gives a page of events. Raises the errors of any operation and of the groups `exchange-version`, `conflict`,
        `cannot-redirect` (see `ucwa2.errors`).
        """
        return self._call(_GET, {"low": low, "medium": medium, "priority": priority, "timeout": timeout})
