"""The users of the server that act in a guide: what each knows, and how each finds the address of a link."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .._runtime.base.registry import index
from .binding import Binder
from .events import Inbox
from .known import Known
from .sending import RawResponse


@dataclass
class Person:
    """A user of the server with what was learned, and the events that have come."""

    known: Known
    binder: Binder
    inbox: Inbox = field(default_factory=Inbox)
    began: bool = False
    """Whether the first requests of each user were sent."""

    def learn(self, answer: RawResponse) -> Any:
        """Take up an answer; gives its body in JSON, if it is one."""
        body = json_of(answer.body)
        self.known.learn(answer, body)
        self._take_application(answer, body)
        return body

    def _take_application(self, answer: RawResponse, body: Any) -> None:
        """Take up the application that an answer has shown, and its event channel."""
        roles = index().roles
        if not isinstance(body, dict) or body.get("rel") != roles.get("application"):
            return
        links = body.get("_links") or {}
        own, channel = links.get("self"), links.get(roles.get("events", ""))
        if isinstance(own, dict):
            self.known.application = answer.absolute(own["href"])
        if isinstance(channel, dict) and self.known.next_events is None:
            self.known.next_events = answer.absolute(channel["href"])

    def link(self, rel: str) -> str | None:
        """The address of a link that an answer gave; None if there was none."""
        if rel == index().roles.get("application"):
            return self.known.application
        return self.binder.address_of_entry(rel) or self.known.newest(rel)


People = Callable[[str | None], Person]
"""Gives the user of a guide for None, or another person of its page; raises ``CannotAct``."""


def json_of(content: bytes | str) -> Any:
    """A JSON value; None where the content is none."""
    try:
        return json.loads(content)
    except ValueError:
        return None
