"""The entry of an API without discovery: the address that the API states, below the address of the server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...base.errors import Error
from ...base.redact import shown
from ...base.registry import index, load
from ...states.link import Link
from ...states.state import State
from ..session.effects import Flow
from ..session.origin import origin, resolved
from .discovery import applications_in
from .recovery import send

if TYPE_CHECKING:
    from ..session.session import ClientSession

_FOUND_AT_THE_ENTRY = ("applications", "batch", "events")
"""Roles of resources that links of the entry lead to."""


def entry_link(url: str) -> Any:
    """The link to the resource where the API begins, of the class that the specs name."""
    entry = index().entry
    kind: type[Link] = load(entry.link) if entry.link else Link
    return kind(resolved(url, entry.path), rel=None if entry.link else "entry")


def begin(session: ClientSession, url: str) -> Flow[tuple[str, State | None]]:
    """The address where applications are made, or else that of the entry, and the state there.

    The entry is read only where its links lead to applications, events or batches.
    """
    link = entry_link(url)
    session.home = link.href
    session.trusted.add(origin(link.href))
    if index().roles.keys().isdisjoint(_FOUND_AT_THE_ENTRY):
        return link.href, None
    found, _ = yield from send(session, link.call("GET"))
    if not isinstance(found, State):
        raise Error(f"the entry of the API, {shown(link.href)}, is no resource")
    return applications_in(session, found, link.href), found
