"""The users of the server that act in a guide: what each knows, and how each finds the address of a link."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .._runtime.base.registry import index, load
from .binding import Binder
from .events import Inbox
from .exchanges import exchanges, json_of, resource_of
from .known import Known, links_of, place
from .sending import RawRequest, RawResponse


@dataclass
class Person:
    """A user of the server with what was learned, and the events that have come."""

    known: Known
    binder: Binder
    inbox: Inbox = field(default_factory=Inbox)
    made: dict[str, str] = field(default_factory=dict)
    """Addresses of what was made and can be deleted, by place; applications are apart."""
    applications: dict[str, str] = field(default_factory=dict)
    """Addresses of all applications that answers have shown and that were not deleted, by place."""
    began: bool = False
    """Whether the first requests of each user were sent."""

    def learn(self, answer: RawResponse) -> Any:
        """Take up an answer; gives its body in JSON, if it is one."""
        body = json_of(answer.body)
        self.known.learn(answer, body)
        self._take_application(answer, resource_of(answer))
        return body

    def note(self, request: RawRequest, answer: RawResponse) -> None:
        """Take up what a request has made or has deleted, in either format, also in a batch.

        What cannot be deleted is not kept.
        """
        for asked, came in exchanges(request, answer):
            if came.status < 300:
                self._note(asked, came)

    def _note(self, request: RawRequest, answer: RawResponse) -> None:
        if request.method == "DELETE":
            self.made.pop(place(request.url), None)
            self.applications.pop(place(request.url), None)
        body = resource_of(answer) if request.method == "POST" else None
        if not isinstance(body, dict):
            return
        if body.get("rel") == index().roles.get("application"):
            self._take_application(answer, body)
            return
        link = index().links.get(str(body.get("rel")))
        own = next((href for rel, href in links_of(body) if rel == "self"), None)
        if own is not None and link is not None and hasattr(load(link), "delete"):
            self.made[place(own)] = answer.absolute(own)

    def _take_application(self, answer: RawResponse, body: Any) -> None:
        """Take up the application that an answer has shown, and its event channel."""
        roles = index().roles
        if not isinstance(body, dict) or body.get("rel") != roles.get("application"):
            return
        links = body.get("_links") or {}
        own, channel = links.get("self"), links.get(roles.get("events", ""))
        if isinstance(own, dict):
            self.known.application = answer.absolute(own["href"])
            self.applications[place(own["href"])] = self.known.application
        if isinstance(channel, dict) and self.known.next_events is None:
            self.known.next_events = answer.absolute(channel["href"])

    def link(self, rel: str) -> str | None:
        """The address of a link that an answer gave; None if there was none."""
        if rel == index().roles.get("application"):
            return self.known.application
        return self.binder.address_of_entry(rel) or self.known.newest(rel)


People = Callable[[str | None], Person]
"""Gives the user of a guide for None, or another person of its page; raises ``CannotAct``."""
