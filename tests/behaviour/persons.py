"""Users of a sandbox without a socket, with a clock that the test sets."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from math import inf
from typing import Any
from uuid import uuid4

from ucwa2.sandbox import SandboxBackend, SandboxUser
from ucwa2.sandbox.http.formats import rendered
from ucwa2.sandbox.http.messages import HttpError, HttpRequest
from ucwa2.sandbox.roles.long_poll import due_response
from ucwa2.sandbox.server.dispatch import handle
from ucwa2.sandbox.state.backend import LongPoll

BASE = "http://sandbox"
PEOPLE = ("ann@contoso.com", "bob@contoso.com", "cem@contoso.com")


@dataclass
class Clock:
    """A clock that advances only on request."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


def new_world() -> tuple[SandboxBackend, Clock]:
    """Three users who are contacts of each other."""
    clock = Clock()
    users = [SandboxUser(name, "secret", f"{name[:3].title()} Adams") for name in PEOPLE]
    backend = SandboxBackend(users, clock)
    backend.settings.application_life = inf
    return backend, clock


@dataclass
class Said:
    """An answer."""

    status: int
    headers: dict[str, str]
    body: dict[str, Any]

    def href(self, rel: str) -> str:
        found: str = self.body["_links"][rel]["href"]
        return found

    @property
    def code(self) -> tuple[str | None, str | None]:
        return self.body.get("code"), self.body.get("subcode")


@dataclass
class Told:
    """An event."""

    sender: str
    type: str
    rel: str
    href: str
    within: str | None
    status: str | None
    reason: tuple[str, str] | None
    body: dict[str, Any] = field(default_factory=dict)

    @property
    def short(self) -> str:
        return f"{self.rel} {self.type}" + (f" in {self.within}" if self.within else "")


class Person:
    """A user with an application of their own; addresses are below it."""

    def __init__(self, backend: SandboxBackend, name: str, *, available: bool = True) -> None:
        self.backend = backend
        form = f"grant_type=password&username={name}@contoso.com&password=secret"
        token = self._ask("POST", "/webticket/oauthtoken", form.encode(), {}).body["access_token"]
        self.headers = {"authorization": f"Bearer {token}", "accept": "application/json"}
        about = {"userAgent": "t", "endpointId": uuid4().hex, "culture": "en-US"}
        made = self.ask("POST", "/ucwa/v1/applications", about)
        self._polling = HttpRequest("GET", BASE, "/events", self.headers)
        self.path = made.headers["location"]
        self.next = 1
        if available:
            assert self.ask("POST", "/communication/makeMeAvailable", {}).status == 204

    @property
    def application(self) -> Any:
        return self.backend.applications[self.path.rpartition("/")[2]]

    def ask(self, method: str, path: str, body: dict[str, Any] | bytes | None = None, **headers: str) -> Said:
        """A request; names of headers have underscores here."""
        target = path if path.startswith("/ucwa/") else f"{self.path}{path}"
        content, kind = (body, "text/plain") if isinstance(body, bytes) else (json.dumps(body or {}).encode(), None)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        said = {"content-type": kind or "application/json"} if body is not None else {}
        return self._ask(method, target, content if body is not None else b"", {**self.headers, **said, **named})

    def _ask(self, method: str, target: str, content: bytes, headers: dict[str, str]) -> Said:
        asked = HttpRequest(method, BASE, target, headers, content)
        try:
            found: Any = handle(self.backend, asked)
        except HttpError as refused:
            found = refused
        status, answered, text = rendered(asked, found)
        return Said(status, dict(answered), json.loads(text) if text.startswith(b"{") else {})

    def events(self) -> list[Told]:
        """The events due now, after the delay for less urgent ones."""
        found: list[Told] = []
        while True:
            ticket = self.application.channel.ticket()
            pending = LongPoll(
                self.application, self.application.channel, self.next, ticket, self.backend.clock(), self._polling, {}
            )
            for name in ("medium", "low"):
                self.application.channel.delays[name] = 0.0
            answer = due_response(self.backend, pending)
            assert answer is not None
            assert answer.body is not None
            links = answer.body["_links"]
            link = next(links[rel] for rel in ("next", "resync", "resume") if rel in links)
            self.next = int(link["href"].rpartition("ack=")[2])
            here = [
                _told(sender["rel"], event) for sender in answer.body.get("sender", ()) for event in sender["events"]
            ]
            found += here
            if not here and "next" in links:
                return found

    def told(self) -> list[str]:
        """The same in a short form."""
        return [event.short for event in self.events()]

    def one(self, rel: str, kind: str) -> Told:
        """The only event of a kind."""
        (found,) = [event for event in self.events() if (event.rel, event.type) == (rel, kind)]
        return found


def _told(sender: str, event: dict[str, Any]) -> Told:
    reason = event.get("reason")
    return Told(
        sender,
        event["type"],
        event["link"]["rel"],
        event["link"]["href"],
        event.get("in", {}).get("rel"),
        event.get("status"),
        (reason["code"], reason["subcode"]) if reason else None,
        next(iter(event.get("_embedded", {}).values()), {}),
    )
