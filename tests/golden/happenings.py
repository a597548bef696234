"""Reads the events from the body of an answer of the event channel, without decoding them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from lxml import etree
from tests.golden.corpus import Case, resources

from ucwa2._runtime import Event, Link
from ucwagen.model.types.api import ResourceRef

Address = tuple[str, str] | None
"""The rel and the address of a link."""


@dataclass(frozen=True)
class Told:
    """The attributes of an event without its resource; code, subcode and message of its reason."""

    type: str
    link: Address
    sender: Address
    in_: Address
    status: str | None
    reason: tuple[str | None, ...] | None


@dataclass(frozen=True)
class Came:
    """An event of a body: its attributes, and the embedded resource by its key, as parsed and as text."""

    told: Told
    key: str | None
    state: Any
    text: str | bytes | None


@cache
def heads() -> dict[str, ResourceRef]:
    """The resource that a rel stands for: the first of its revisions."""
    return {of.ref.rel: of.ref for of in resources().values() if of.ref.revises is None}


def embedded(key: str | None) -> ResourceRef:
    """The resource that is embedded under a key."""
    return heads()[key or ""]


def of(event: Event) -> Told:
    """The attributes of the decoded event."""
    reason = event.reason and (event.reason.code, event.reason.subcode, event.reason.message)
    return Told(
        event.type, _link(event.link), _link(event.sender), _link(event.in_), event.status, reason
    )  # fmt: skip


def sent(case: Case) -> Iterator[Came]:
    """The events of a body in their order."""
    body = case.message.body
    return _of_json(json.loads(body)) if case.example.format == "json" else _of_xml(etree.fromstring(body.encode()))


def _link(link: Link | None) -> Address:
    return link and (link.rel, link.href)


def _of_json(body: Mapping[str, Any]) -> Iterator[Came]:
    for sender in body["sender"]:
        for event in sender.get("events", ()):
            reason = event.get("reason")
            told = Told(
                type=event["type"],
                link=_named(event["link"]),
                sender=_named(sender),
                in_=_named(event.get("in")),
                status=event.get("status"),
                reason=reason and tuple(reason.get(name) for name in ("code", "subcode", "message")),
            )
            key, state = next(iter((event.get("_embedded") or {}).items()), (None, None))
            yield Came(told, key, state, state and json.dumps(state))


def _of_xml(root: etree._Element) -> Iterator[Came]:
    for sender in root.iterchildren("{*}sender"):
        for event in sender:
            reason, state, inner = (event.find(f"{{*}}{name}") for name in ("reason", "resource", "in"))
            told = Told(
                type=etree.QName(event).localname,
                link=_named(event.attrib),
                sender=_named(sender.attrib),
                in_=None if inner is None else _named(inner.attrib),
                status=event.get("status") or event.findtext("{*}status"),
                reason=None if reason is None else _reason(reason),
            )
            key = None if state is None else state.get("rel")
            yield Came(told, key, state, None if state is None else etree.tostring(state, with_tail=False))


def _reason(element: etree._Element) -> tuple[str | None, ...]:
    return tuple(element.findtext(f"{{*}}{name}") for name in ("code", "subcode", "message"))


def _named(link: Any) -> Address:
    return (link["rel"], link["href"]) if link and link.get("href") is not None else None
