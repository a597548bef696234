"""Presence subscriptions: created, extended, deleted, and ended when their time is over."""

from __future__ import annotations

from typing import Any

from ..extension import (
    ApplicationState,
    HttpResponse,
    RequestContext,
    SandboxBackend,
    catalogue,
    handles,
    lost,
    shown,
    wrong_parameters,
)
from .documents import aliases, nothing_at
from .events import raise_event
from .people import contact_path, listed, notify_contact
from .profile import find_user
from .watching import Subscription, subscriptions_of, watched

LEAST, MOST = 10, 30
"""The shortest and the longest duration, in minutes."""
WARNING = 60.0
"""Seconds before its end when an application gets an event."""
PLACE = "/presenceSubscriptions"

aliases(
    f"{PLACE}/137",
    {
        "": "presenceSubscription",
        "/addToPresenceSubscription": "addToPresenceSubscription",
        "/memberships": "memberships",
    },
)


def minutes(context: RequestContext, most: int = MOST) -> float:
    """The duration of a request, in seconds."""
    found = int(context.arguments["duration"])
    if not LEAST <= found <= most:
        raise wrong_parameters({"duration": f"is not from {LEAST} to {most}"})
    return found * 60.0


def extended(backend: SandboxBackend, until: float, seconds: float) -> float:
    """The end of an extended subscription, at most the longest duration from now."""
    now = backend.clock()
    return min(max(until, now) + seconds, now + MOST * 60.0)


def of_address(context: RequestContext) -> tuple[str, Subscription]:
    """The subscription of an address."""
    number = context.step("presenceSubscriptions")
    found = subscriptions_of(context.application).get(number)
    return (number, found) if found is not None else nothing_at(context)


def body_of(application: ApplicationState, number: str) -> dict[str, Any]:
    """The body of a subscription."""
    path = f"{application.path}{PLACE}/{number}"
    links = {"self": path, **{name: f"{path}/{name}" for name in ("addToPresenceSubscription", "memberships")}}
    hrefs = {name: {"href": href} for name, href in links.items()}
    return {"rel": "presenceSubscription", "id": number, "_links": hrefs}


@handles("presenceSubscriptions", "GET")
def subscriptions(context: RequestContext) -> HttpResponse:
    """All subscriptions of the application."""
    found = [
        body_of(context.application, number) for number in subscriptions_of(context.application) if number.isdigit()
    ]
    links = {"self": {"href": context.path}}
    return shown(context, {"rel": context.page.rel, "_links": links, "_embedded": {"presenceSubscription": found}})


@handles("presenceSubscriptions", "POST")
def subscribe(context: RequestContext) -> HttpResponse:
    """Watch users; their changes become events."""
    return begin(context, [str(uri) for uri in context.arguments["uris"]])


def begin(context: RequestContext, uris: list[str]) -> HttpResponse:
    """Begin a subscription for some users."""
    backend, application = context.backend, context.application
    number = str(next(application.numbers))
    subscriptions_of(application)[number] = one = Subscription([], backend.clock() + minutes(context))
    watch(context, one, uris, number)
    _await(backend, application, number, one)
    return _read(context, number, 201)


def _read(context: RequestContext, number: str, status: int) -> HttpResponse:
    context.page = catalogue().of("presenceSubscription")
    body = body_of(context.application, number)
    answer = shown(context, body, status)
    answer.headers["location"] = body["_links"]["self"]["href"]
    return answer


def _notify(backend: SandboxBackend, application: ApplicationState, number: str, kind: str) -> None:
    path = f"{application.path}{PLACE}/{number}"
    more = {"_embedded": {"presenceSubscription": body_of(application, number)}} if kind == "updated" else {}
    raise_event(backend, application, kind, "presenceSubscription", path, "people", **more)


def watch(context: RequestContext, one: Subscription, uris: list[str], number: str | None = None) -> None:
    """Add users to a subscription, which is new if a number is given; events with their present state follow."""
    backend, application = context.backend, context.application
    people = {other.name.lower(): other for uri in uris if (other := find_user(backend, uri)) is not None}
    new = [other for name, other in people.items() if name not in one.names]
    for other in new:
        if other.name.lower() not in watched(backend, application):
            _notify_contact(backend, application, other.name, "added")
        one.names.append(other.name.lower())
    if number is not None:
        _notify(backend, application, number, "added")
    for other in new:
        for rel in ("contactPresence", "contactNote"):
            notify_contact(backend, application, other, rel)


def _notify_contact(backend: SandboxBackend, application: ApplicationState, name: str, kind: str) -> None:
    user = backend.users[name.lower()]
    where: dict[str, Any] = {"in": {"rel": "subscribedContacts", "href": f"{application.path}/subscribedContacts"}}
    raise_event(backend, application, kind, "contact", contact_path(application, user), "people", **where)


def _await(backend: SandboxBackend, application: ApplicationState, number: str, one: Subscription) -> None:
    """Schedule the warning and the end of a subscription; both are dropped if it is extended."""
    until = one.until

    def warn() -> None:
        if subscriptions_of(application).get(number) is one and one.until == until:
            _notify(backend, application, number, "updated")

    def over() -> None:
        if subscriptions_of(application).get(number) is one and one.until == until:
            _end(backend, application, number)

    left = until - backend.clock()
    backend.later(left - WARNING, warn)
    backend.later(left, over)


def _end(backend: SandboxBackend, application: ApplicationState, number: str) -> None:
    one = subscriptions_of(application).pop(number)
    for name in one.names:
        unwatch(backend, application, name)
    _notify(backend, application, number, "deleted")


def unwatch(backend: SandboxBackend, application: ApplicationState, name: str) -> None:
    if name not in watched(backend, application):
        _notify_contact(backend, application, name, "deleted")


@handles("presenceSubscription", "GET")
def read(context: RequestContext) -> HttpResponse:
    return shown(context, body_of(context.application, of_address(context)[0]))


@handles("presenceSubscription", "POST")
def extend(context: RequestContext) -> HttpResponse:
    """Extend a subscription."""
    number, one = of_address(context)
    one.until = extended(context.backend, one.until, minutes(context))
    _await(context.backend, context.application, number, one)
    _notify(context.backend, context.application, number, "updated")
    return _read(context, number, 201)


@handles("presenceSubscription", "DELETE")
def delete(context: RequestContext) -> HttpResponse:
    _end(context.backend, context.application, of_address(context)[0])
    return HttpResponse(204)


@handles("subscribedContacts", "GET")
def subscribed(context: RequestContext) -> HttpResponse:
    """All watched users."""
    return listed(
        context, [context.backend.users[name] for name in sorted(watched(context.backend, context.application))]
    )


@lost
def forget(_world: SandboxBackend, application: ApplicationState) -> None:
    """Drop the subscriptions of an application that has lost its state."""
    subscriptions_of(application).clear()
