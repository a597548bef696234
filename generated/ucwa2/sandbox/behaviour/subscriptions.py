"""Presence subscriptions: for whom and until when; extended, deleted, and ended by themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..catalogue import catalogue
from ..context import Context, raise_event
from ..messages import Answer, Refused
from ..serving import handles, shown
from ..world import Application, World, lost
from .documents import aliases, nothing_at
from .people import contact_path, listed, watched

LEAST, MOST = 10, 30
"""Minutes that a subscription lasts."""
WARNING = 60.0
"""Seconds before its end at which an application is told."""
PLACE = "/presenceSubscriptions"

aliases(
    f"{PLACE}/137",
    {
        "": "presenceSubscription",
        "/addToPresenceSubscription": "addToPresenceSubscription",
        "/memberships": "memberships",
    },
)


@dataclass(slots=True, eq=False)
class Subscription:
    """Whose presence is watched, and until when."""

    names: list[str]
    until: float


def minutes(context: Context, most: int = MOST) -> float:
    """The documented span of a request, in seconds."""
    found = int(context.arguments["duration"])
    if not LEAST <= found <= most:
        wrong = {"duration": f"is not from {LEAST} to {most}"}
        raise Refused(400, "BadRequest", "ParameterValidationFailure", "a parameter is wrong", parameters=wrong)
    return found * 60.0


def extended(world: World, until: float, seconds: float) -> float:
    """When it ends once that was added: never later than the longest span from now."""
    now = world.clock()
    return min(max(until, now) + seconds, now + MOST * 60.0)


def of_address(context: Context) -> tuple[str, Subscription]:
    """The subscription of an address."""
    number = context.step("presenceSubscriptions")
    found = context.application.subscriptions.get(number)
    return (number, found) if found is not None else nothing_at(context)


def body_of(application: Application, number: str) -> dict[str, Any]:
    """A subscription as it is read."""
    path = f"{application.path}{PLACE}/{number}"
    links = {"self": path, **{name: f"{path}/{name}" for name in ("addToPresenceSubscription", "memberships")}}
    hrefs = {name: {"href": href} for name, href in links.items()}
    return {"rel": "presenceSubscription", "id": number, "_links": hrefs}


@handles("presenceSubscriptions", "GET")
def subscriptions(context: Context) -> Answer:
    """All subscriptions of the application."""
    found = [body_of(context.application, number) for number in context.application.subscriptions if number.isdigit()]
    links = {"self": {"href": context.path}}
    return shown(context, {"rel": context.page.rel, "_links": links, "_embedded": {"presenceSubscription": found}})


@handles("presenceSubscriptions", "POST")
def subscribe(context: Context) -> Answer:
    """Watch some people; each change of theirs becomes an event."""
    return begin(context, [str(uri) for uri in context.arguments["uris"]])


def begin(context: Context, uris: list[str]) -> Answer:
    """A subscription of its own for some people."""
    world, application = context.world, context.application
    number = str(next(application.numbers))
    application.subscriptions[number] = one = Subscription([], world.clock() + minutes(context))
    _tell(world, application, number, "added")
    watch(context, one, uris)
    _await(world, application, number, one)
    return _read(context, number, 201)


def _read(context: Context, number: str, status: int) -> Answer:
    context.page = catalogue().of("presenceSubscription")
    body = body_of(context.application, number)
    answer = shown(context, body, status)
    answer.headers["location"] = body["_links"]["self"]["href"]
    return answer


def _tell(world: World, application: Application, number: str, kind: str) -> None:
    path = f"{application.path}{PLACE}/{number}"
    raise_event(world, application, kind, "presenceSubscription", path, "people")


def watch(context: Context, one: Subscription, uris: list[str]) -> None:
    """What those people are like now comes at once."""
    world, application = context.world, context.application
    for uri in uris:
        other = world.user(uri)
        if other is None or other.name.lower() in one.names:
            continue
        if other.name.lower() not in watched(world, application):
            _tell_contact(world, application, other.name, "added")
        one.names.append(other.name.lower())
        for rel in ("contactPresence", "contactNote"):
            context.raise_event("updated", rel, f"{contact_path(application, other)}/{rel}", "people")


def _tell_contact(world: World, application: Application, name: str, kind: str) -> None:
    user = world.users[name.lower()]
    where: dict[str, Any] = {"in": {"rel": "subscribedContacts", "href": f"{application.path}/subscribedContacts"}}
    raise_event(world, application, kind, "contact", contact_path(application, user), "people", **where)


def _await(world: World, application: Application, number: str, one: Subscription) -> None:
    """Tell of the end before it comes, and end then, unless it was put off meanwhile."""
    until = one.until

    def warn() -> None:
        if application.subscriptions.get(number) is one and one.until == until:
            _tell(world, application, number, "updated")

    def over() -> None:
        if application.subscriptions.get(number) is one and one.until == until:
            _end(world, application, number)

    left = until - world.clock()
    world.later(left - WARNING, warn)
    world.later(left, over)


def _end(world: World, application: Application, number: str) -> None:
    one = application.subscriptions.pop(number)
    _tell(world, application, number, "deleted")
    for name in one.names:
        unwatch(world, application, name)


def unwatch(world: World, application: Application, name: str) -> None:
    if name not in watched(world, application):
        _tell_contact(world, application, name, "deleted")


@handles("presenceSubscription", "GET")
def read(context: Context) -> Answer:
    return shown(context, body_of(context.application, of_address(context)[0]))


@handles("presenceSubscription", "POST")
def extend(context: Context) -> Answer:
    """It lasts longer from now on."""
    number, one = of_address(context)
    one.until = extended(context.world, one.until, minutes(context))
    _await(context.world, context.application, number, one)
    _tell(context.world, context.application, number, "updated")
    return _read(context, number, 201)


@handles("presenceSubscription", "DELETE")
def delete(context: Context) -> Answer:
    _end(context.world, context.application, of_address(context)[0])
    return Answer(204)


@handles("subscribedContacts", "GET")
def subscribed(context: Context) -> Answer:
    """Everybody who is watched by now."""
    return listed(context, [context.world.users[name] for name in sorted(watched(context.world, context.application))])


@lost
def forget(_world: World, application: Application) -> None:
    """Subscriptions are transient."""
    application.subscriptions.clear()
