"""Reports that the user is active."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from ...base.errors import LinkNotAvailable
from ...base.registry import index
from ..session.effects import Flow
from .recovery import send

if TYPE_CHECKING:
    from ..session.session import ClientSession


def report_activity(session: ClientSession) -> Flow[None]:
    """Report that the user is active, if the server offers that now."""
    known = session.application
    me = known.state.embedded.get(index().role("me")) if known else None
    if me is not None:
        with suppress(LinkNotAvailable):
            fresh, _ = yield from send(session, me.links["self"].get())
            yield from send(session, fresh.links[index().role("activity")].post())
