"""events: the event channel."""

from __future__ import annotations

from .._runtime import Call, EventPage, Link, Operation, Parameter, wire

__all__ = ["EventsLink"]

_GET = Operation(
    "GET",
    Parameter("low", "integer", place="query", minimum=5, maximum=1800),
    Parameter("timeout", "integer", place="query", minimum=180, maximum=1800),
    returns=wire.event_page(),
)


class EventsLink(Link, rel="events"):
    """Leads to the event channel."""

    def get(self, *, low: int | None = None, timeout: int | None = None) -> Call[EventPage]:
        """Wait for events."""
        return self._call(_GET, {"low": low, "timeout": timeout})
