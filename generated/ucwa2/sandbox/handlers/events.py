"""Events of an application's channel."""

from __future__ import annotations

from typing import Any

from ..._runtime.base.errors import DecodeError
from ..._runtime.values.data_link import DataLink
from ..pages.catalogue import Priority, catalogue
from ..pages.event_names import check_event_type, check_rel
from ..state.backend import ApplicationState, SandboxBackend


def raise_event(
    backend: SandboxBackend,
    application: ApplicationState,
    kind: str,
    rel: str,
    href: str,
    sender: tuple[str, str] | str,
    *,
    in_: tuple[str, str] | None = None,
    priority: Priority | None = None,
    title: str = "",
    **more: Any,
) -> int:
    """Queue an event for an application; gives its number.

    ``sender`` is an address, or a rel and an address; ``in_`` is the rel and the address of the resource that the event is
    in; ``title`` is that of its link. ``more`` holds ``_embedded``, ``status`` or ``reason``. The priority is the documented one,
    unless it is given. Raises ``ValueError`` for a type or a rel that there is not.
    """
    check_event(kind, rel, in_)
    link = {"rel": rel, "href": href, **({"title": title} if title else {})}
    event: dict[str, Any] = {"link": link, **more, "type": kind}
    if in_ is not None:
        event["in"] = {"rel": in_[0], "href": in_[1]}
    reason = backend.faults.reason(kind, rel, href)
    if reason is not None:
        event |= {"status": "Failure", "reason": reason}
    who = (_rel_at(sender), sender) if isinstance(sender, str) else sender
    number = application.add(who, event, priority or catalogue().priority(kind, rel))
    backend.feed.add(
        "event", type=kind, rel=rel, href=href, user=application.user.name, application=application.id,
        sender=who[0], reason=event.get("reason", {}).get("code", ""), text=_said(more.get("_embedded", {})),
    )  # fmt: skip
    backend.notify()
    return number


def check_event(kind: str, rel: str, in_: tuple[str, str] | None = None) -> None:
    """Raise ``ValueError`` for a type of events that there is not, or a rel that the API does not document."""
    check_event_type(kind)
    for name in (rel, *(in_ or ())[:1]):
        check_rel(name)


def _said(embedded: dict[str, Any]) -> str:
    """The text that travels as a link in a resource of an event, such as a message."""
    links = [link for body in embedded.values() if isinstance(body, dict) for link in body.get("_links", {}).values()]
    texts = [
        link["href"] for link in links if isinstance(link, dict) and str(link.get("href")).startswith("data:text/")
    ]
    try:
        return DataLink(texts[0]).text if texts else ""
    except DecodeError:
        return ""


def _rel_at(path: str) -> str:
    found = catalogue().at(path)
    return found[0].rel if found else path.rpartition("/")[2]
