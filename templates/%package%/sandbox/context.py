"""One request in its surroundings, as the functions that answer it see it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from .backend import ApplicationState, SandboxBackend, User
from .catalogue import APPLICATION, Page, Priority, Sample, catalogue, moved
from .http_messages import HttpError, HttpRequest
from .request_checks import RANDOM


@dataclass(slots=True)
class RequestContext:
    """Who asks, of which application, and for which documented resource."""

    backend: SandboxBackend
    request: HttpRequest
    user: User
    application: ApplicationState
    page: Page
    arguments: dict[str, Any] = field(default_factory=dict)

    @property
    def path(self) -> str:
        return self.request.path

    def href(self, rest: str) -> str:
        """An address below the application."""
        return f"{self.application.path}{rest}"

    def step(self, after: str) -> str:
        """The step of the address that follows another one, such as the number after ``conversations``."""
        steps = self.path.split("/")
        return steps[steps.index(after) + 1] if after in steps[:-1] else ""

    def raise_event(self, kind: str, rel: str, href: str, sender: str = "communication", **more: Any) -> int:
        """Tell the application's own listeners."""
        return raise_event(self.backend, self.application, kind, rel, href, sender, **more)


def body_at(application: ApplicationState, page: Page, path: str) -> dict[str, Any]:
    """The resource at an address: what it has become, or else its sample; where there is none, only its name."""
    if path in application.gone:
        raise HttpError(404, "NotFound", message=f"{path} is gone")
    known = application.bodies.get(path)
    if known is not None:
        return known
    sample = page.samples.get("GET")
    if sample is None or not sample.text.startswith("{"):
        return {"rel": page.rel, "_links": {"self": {"href": path}}}
    found = sampled(application, sample, path)
    if "PUT" in page.samples or page.operation("PUT") is not None:
        found[str(uuid5(NAMESPACE_URL, path))] = RANDOM
    return found


def sampled(application: ApplicationState, sample: Sample, path: str) -> dict[str, Any]:
    """A sample's body as this application has it at an address."""
    text = sample.text.replace(f"{APPLICATION}/", f"{application.path}/").replace(
        f'{APPLICATION}"', f'{application.path}"'
    )
    there = sample.path.replace(APPLICATION, application.path)
    found: dict[str, Any] = json.loads(moved(text, there, path))
    return found


def etag(body: dict[str, Any]) -> str:
    """The entity tag of a resource: what it says."""
    return sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()[:10]


def raise_event(
    backend: SandboxBackend,
    application: ApplicationState,
    kind: str,
    rel: str,
    href: str,
    sender: str = "communication",
    *,
    priority: Priority | None = None,
    **more: Any,
) -> int:
    """Put an event into an application's channel; ``more`` may embed it, or say a reason, or where it is in.

    It is as urgent as its page says, if it is not said here."""
    steps = {"me": "/me", "people": "/people", "communication": "/communication"}
    event = {"link": {"rel": rel, "href": href}, **more, "type": kind}
    reason = backend.faults.reason(kind, rel, href)
    if reason is not None:
        event |= {"status": "Failure", "reason": reason}
    where = f"{application.path}{steps[sender]}" if sender in steps else sender
    name = sender if sender in steps else catalogue().at(where)[0].rel
    urgency = priority or catalogue().priority(kind, rel)
    number = application.channel.add((name, where), event, urgency)
    backend.notify()
    return number


def page_of(rel: str) -> Page:
    """What a rel names."""
    return catalogue().of(rel)
