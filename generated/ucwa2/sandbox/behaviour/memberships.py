"""Memberships of presence subscriptions: listed, added and removed."""

from __future__ import annotations

from typing import Any

from ..extension import ApplicationState, HttpResponse, RequestContext, catalogue, handles, shown
from .documents import nothing_at
from .subscriptions import PLACE, of_address, unwatch, watch
from .watching import Subscription, subscriptions_of

MEMBERS = "/presenceSubscriptionMemberships"


def _body(application: ApplicationState, number: str, name: str) -> dict[str, Any]:
    links = {
        "self": f"{application.path}{MEMBERS}/{number},{name}",
        "contact": f"{application.path}/people/{name}",
        "presenceSubscription": f"{application.path}{PLACE}/{number}",
    }
    return {"rel": "presenceSubscriptionMembership", "_links": {rel: {"href": href} for rel, href in links.items()}}


def _listed(context: RequestContext, found: dict[str, Subscription], status: int = 200) -> HttpResponse:
    bodies = [_body(context.application, number, name) for number, one in found.items() for name in one.names]
    context.page = catalogue().of("presenceSubscriptionMemberships")
    links = {"self": {"href": context.path}}
    body = {"rel": context.page.rel, "_links": links, "_embedded": {"presenceSubscriptionMembership": bodies}}
    return shown(context, body, status)


def _subscriptions(context: RequestContext) -> dict[str, Subscription]:
    """The subscription of an address, or all of the application."""
    if context.path == context.href(MEMBERS):
        return {number: one for number, one in subscriptions_of(context.application).items() if number.isdigit()}
    number, found = of_address(context)
    return {number: found}


def _read(context: RequestContext) -> HttpResponse:
    return _listed(context, _subscriptions(context))


def _add(context: RequestContext) -> HttpResponse:
    """Add users to the subscription of the address, or to the last one."""
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


def _member(context: RequestContext) -> tuple[str, str]:
    """The subscription and the contact name in the address of a membership."""
    number, _, name = context.step("presenceSubscriptionMemberships").partition(",")
    one = subscriptions_of(context.application).get(number)
    return (number, name) if one is not None and name in one.names else nothing_at(context)


@handles("presenceSubscriptionMembership", "GET")
def membership(context: RequestContext) -> HttpResponse:
    return shown(context, _body(context.application, *_member(context)))


@handles("presenceSubscriptionMembership", "DELETE")
def leave(context: RequestContext) -> HttpResponse:
    """Remove a contact from the subscription."""
    number, name = _member(context)
    subscriptions_of(context.application)[number].names.remove(name)
    unwatch(context.backend, context.application, name)
    return HttpResponse(204)
