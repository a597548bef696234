"""The next address of the event channel, and the error of one to which it cannot go on."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from ...base.errors import Error, InvalidArgument, LinkRefused
from ...base.redact import shown
from ...calls.errors import TransportError

if TYPE_CHECKING:
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
