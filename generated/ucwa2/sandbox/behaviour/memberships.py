"""Who is in a presence subscription: listed, added to, and taken out of it."""

from __future__ import annotations

from typing import Any

from ..catalogue import catalogue
from ..context import Context
from ..messages import Answer
from ..serving import handles, shown
from ..world import Application
from .documents import nothing_at
from .subscriptions import PLACE, Subscription, of_address, unwatch, watch

MEMBERS = "/presenceSubscriptionMemberships"


def _body(application: Application, number: str, name: str) -> dict[str, Any]:
    links = {
        "self": f"{application.path}{MEMBERS}/{number},{name}",
        "contact": f"{application.path}/people/{name}",
        "presenceSubscription": f"{application.path}{PLACE}/{number}",
    }
    return {"rel": "presenceSubscriptionMembership", "_links": {rel: {"href": href} for rel, href in links.items()}}


def _listed(context: Context, found: dict[str, Subscription], status: int = 200) -> Answer:
    bodies = [_body(context.application, number, name) for number, one in found.items() for name in one.names]
    context.page = catalogue().of("presenceSubscriptionMemberships")
    links = {"self": {"href": context.path}}
    body = {"rel": context.page.rel, "_links": links, "_embedded": {"presenceSubscriptionMembership": bodies}}
    return shown(context, body, status)


def _subscriptions(context: Context) -> dict[str, Subscription]:
    """The subscription that the address is below, or all of the application's."""
    if context.path == context.href(MEMBERS):
        return {number: one for number, one in context.application.subscriptions.items() if number.isdigit()}
    number, found = of_address(context)
    return {number: found}


def _read(context: Context) -> Answer:
    return _listed(context, _subscriptions(context))


def _add(context: Context) -> Answer:
    """People are watched by that subscription too, or by the last one where the address does not say."""
    found = _subscriptions(context)
    if not found:
        return nothing_at(context)
    last = [*found][-1]
    watch(context, found[last], [str(uri) for uri in context.arguments["contactUris"]])
    return _listed(context, {last: found[last]}, 201)


for _rel in ("memberships", "presenceSubscriptionMemberships"):
    handles(_rel, "GET")(_read)
for _rel in ("memberships", "presenceSubscriptionMemberships", "addToPresenceSubscription"):
    handles(_rel, "POST")(_add)


def _member(context: Context) -> tuple[str, str]:
    """The subscription and the name of a membership's address."""
    number, _, name = context.step("presenceSubscriptionMemberships").partition(",")
    one = context.application.subscriptions.get(number)
    return (number, name) if one is not None and name in one.names else nothing_at(context)


@handles("presenceSubscriptionMembership", "GET")
def membership(context: Context) -> Answer:
    return shown(context, _body(context.application, *_member(context)))


@handles("presenceSubscriptionMembership", "DELETE")
def leave(context: Context) -> Answer:
    """One contact is watched no more by that subscription."""
    number, name = _member(context)
    context.application.subscriptions[number].names.remove(name)
    unwatch(context.world, context.application, name)
    return Answer(204)
