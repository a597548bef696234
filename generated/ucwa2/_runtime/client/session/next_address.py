"""The addresses in answers of the event channel: the next one, and the errors of those to which it cannot go on."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from ...base.errors import Error, InvalidArgument, LinkRefused
from ...base.redact import shown
from ...calls.errors import TransportError
from .application import is_inside, is_of_another

if TYPE_CHECKING:
    from ...reading.events import EventPage
    from ...states.link import Link


def refusal(link: Link | None, visited: Collection[str], check: Callable[[str], None] | None) -> Error | None:
    """The error of an address to which the channel cannot go on; None for a usable one."""
    if link is None:
        return TransportError("the event channel was answered without an address to go on")
    try:
        url = link.url
        if check is not None:
            check(url)
    except InvalidArgument:
        return LinkRefused(f"the event channel leads to {shown(link.href)}, which is no address", href=link.href)
    except LinkRefused as fault:
        return fault
    return TransportError("the event channel leads back to where it was") if url in visited else None


def mixed_up(page: EventPage, asked: str, application: str | None) -> Error | None:
    """The error of a page whose links are those of another application: it answers the request of another client."""
    if application is None or not is_inside(asked, application):
        return None
    links = (page.self, page.next, page.resume, page.resync)
    if any(link is not None and _is_of_another(link, application) for link in links):
        return TransportError("the event channel was answered with events of another application")
    return None


def _is_of_another(link: Link, application: str) -> bool:
    """Whether a link leads to another application; one that is no address is refused elsewhere."""
    try:
        return is_of_another(link.url, application)
    except (InvalidArgument, LinkRefused):
        return False
