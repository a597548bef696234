"""The API comes in; a warning goes out where its resources raise events that no client can receive."""

from __future__ import annotations

from collections.abc import Iterator

from ucwagen.diagnostics import Diagnostic
from ucwagen.model.types.api import Api

ROLE = "events"


def unreachable_events(api: Api) -> Iterator[Diagnostic]:
    """One warning, at the first resource that raises events, where no resource has the role of the event channel."""
    first = next((resource for resource in api.resources if resource.events), None)
    if first and ROLE not in dict(api.roles):
        message = (
            f"`{first.ref.page}` raises events, but no resource has the role `{ROLE}`, so the client cannot receive"
            " them; name the event channel under `roles` in api.yaml, or remove `events`"
        )
        yield Diagnostic(first.ref.span, message, severity="warning")
