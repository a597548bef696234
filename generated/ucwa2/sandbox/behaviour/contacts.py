"""Memberships of contacts in the user's groups, and the subscription to contacts and groups."""

from __future__ import annotations

from typing import Any

from ..extension import (
    ApplicationState,
    HttpError,
    HttpResponse,
    RequestContext,
    SandboxBackend,
    catalogue,
    handles,
    shown,
)
from .documents import aliases, nothing_at
from .events import raise_event
from .group_state import CONTACTS, GroupRecord, contacts_of, group_at, is_subscribed, notify_contact, own_groups
from .groups import add_group, remove_group
from .profile import find_user
from .subscriptions import WARNING, extended, minutes
from .watching import Subscription, subscriptions_of

MEMBERS = "/myGroupMemberships"
LONGEST = 60
"""The most minutes that a request may ask for."""

aliases(f"{MEMBERS}/137", {"": "myGroupMembership"})


def _body(application: ApplicationState, group: GroupRecord, name: str) -> dict[str, Any]:
    links = {
        "self": f"{application.path}{MEMBERS}/{group.id},{name}",
        "contact": f"{application.path}/people/{name}",
        group.rel: group.path(application),
    }
    return {"rel": "myGroupMembership", "_links": {rel: {"href": href} for rel, href in links.items()}}


def _group(context: RequestContext, number: str) -> GroupRecord:
    found = own_groups(context).get(number)
    if found is None:
        raise HttpError(404, message="there is no such group")
    return found


def _name(context: RequestContext) -> str:
    """The name of the contact of a request, who must be a user of the sandbox."""
    user = find_user(context.backend, str(context.arguments["contactUri"]))
    if user is None:
        raise HttpError(404, None, "DestinationNotFound", "there is no such user")
    return user.name.lower()


def _listed(context: RequestContext, found: list[GroupRecord]) -> HttpResponse:
    bodies = [_body(context.application, group, name) for group in found for name in group.members]
    links = {"self": {"href": context.path}}
    return shown(context, {"rel": context.page.rel, "_links": links, "_embedded": {"myGroupMembership": bodies}})


@handles("myGroupMemberships", "GET")
def memberships(context: RequestContext) -> HttpResponse:
    """All memberships, or those of one group."""
    number = context.arguments.get("groupId")
    return _listed(context, [_group(context, str(number))] if number else [*own_groups(context).values()])


@handles("groupMemberships", "GET")
def group_memberships(context: RequestContext) -> HttpResponse:
    group = group_at(context)
    return nothing_at(context) if group is None else _listed(context, [group])


@handles("myGroupMemberships", "POST")
def add(context: RequestContext) -> HttpResponse:
    """Add a contact to a group, or to the default group."""
    group, name = _group(context, str(context.arguments.get("groupId", "1"))), _name(context)
    if group.rel == "distributionGroup":
        raise HttpError(403, message="a distribution group cannot be changed")
    if name in group.members:
        raise HttpError(409, None, "AlreadyExists", "the contact is in that group")
    is_new = name not in contacts_of(context)
    group.members.append(name)
    if is_new:
        notify_contact(context, "added", name, None)
    notify_contact(context, "added", name, group)
    context.page = next(page for page in catalogue().pages.values() if page.rel == "myGroupMembership")
    body = _body(context.application, group, name)
    answer = shown(context, body, 201)
    answer.headers["location"] = body["_links"]["self"]["href"]
    return answer


def _take_out(context: RequestContext, group: GroupRecord, name: str) -> None:
    group.members.remove(name)
    notify_contact(context, "deleted", name, group)
    if name not in contacts_of(context):
        notify_contact(context, "deleted", name, None)


def _member(context: RequestContext) -> tuple[GroupRecord, str]:
    """The group and the contact name in the address of a membership."""
    number, _, name = context.step("myGroupMemberships").partition(",")
    group = own_groups(context).get(number)
    return (group, name) if group is not None and name in group.members else nothing_at(context)


@handles("myGroupMembership", "GET")
def membership(context: RequestContext) -> HttpResponse:
    return shown(context, _body(context.application, *_member(context)))


@handles("myGroupMembership", "DELETE")
def remove(context: RequestContext) -> HttpResponse:
    _take_out(context, *_member(context))
    return HttpResponse(204)


@handles("removeContactFromAllGroups", "POST")
def remove_everywhere(context: RequestContext) -> HttpResponse:
    """Remove the contact from the contact list."""
    name = _name(context)
    for group in own_groups(context).values():
        if name in group.members:
            _take_out(context, group, name)
    return HttpResponse(204)


@handles("addToContactList", "POST")
def add_distribution(context: RequestContext) -> HttpResponse:
    """Add a distribution group to the contact list."""
    uri = f"sip:{context.arguments['smtpAddress']}"
    add_group(context, str(context.arguments["displayName"]), "distributionGroup", uri)
    return HttpResponse(204)


@handles("removeFromContactList", "POST")
def remove_distribution(context: RequestContext) -> HttpResponse:
    group = own_groups(context).get(str(context.arguments["groupId"]))
    if group is None or group.rel != "distributionGroup":
        raise HttpError(404, message="there is no such distribution group")
    remove_group(context, group)
    return HttpResponse(204)


@handles("myContactsAndGroupsSubscription", "GET")
def subscription(context: RequestContext) -> HttpResponse:
    is_on = is_subscribed(context.backend, context.application)
    path = context.href("/people/myContactsAndGroupsSubscription")
    names = ("startOrRefreshSubscriptionToContactsAndGroups", "stopSubscriptionToContactsAndGroups")
    links = {"self": {"href": path}, **{name: {"href": f"{path}/{name}"} for name in names}}
    state = "Connected" if is_on else "Disconnected"
    context.page = catalogue().of("myContactsAndGroupsSubscription")
    return shown(context, {"rel": context.page.rel, "state": state, "_links": links})


@handles("startOrRefreshSubscriptionToContactsAndGroups", "POST")
def start(context: RequestContext) -> HttpResponse:
    """Subscribe to events of the user's contacts and groups."""
    backend, application = context.backend, context.application
    one = subscriptions_of(application).setdefault(CONTACTS, Subscription([], 0.0))
    one.until = until = extended(backend, one.until, minutes(context, LONGEST))

    def warn() -> None:
        if subscriptions_of(application).get(CONTACTS) is one and one.until == until:
            _warn(backend, application)

    backend.later(until - backend.clock() - WARNING, warn)
    answer = subscription(context)
    answer.status = 201
    return answer


def _warn(backend: SandboxBackend, application: ApplicationState) -> None:
    rel = "myContactsAndGroupsSubscription"
    raise_event(backend, application, "updated", rel, f"{application.path}/people/{rel}", "people")


@handles("stopSubscriptionToContactsAndGroups", "POST")
def stop(context: RequestContext) -> HttpResponse:
    subscriptions_of(context.application).pop(CONTACTS, None)
    return HttpResponse(204)
