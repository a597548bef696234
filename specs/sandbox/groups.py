"""The groups of a user's contacts: created, renamed, deleted and listed."""

from __future__ import annotations

from typing import Any

from ..extension import HttpError, HttpResponse, RequestContext, catalogue, check_change, etag, handles, shown
from .documents import aliases, nothing_at
from .group_state import (
    GroupRecord,
    contacts_of,
    group_at,
    group_body,
    notify_contact,
    notify_group,
    own_groups,
    people_of,
)
from .people import contact_body, listed
from .profile import profile
from .subscriptions import begin

_SYSTEM = {"1": "defaultGroup", "2": "pinnedGroup"}
_BELOW = {"/groupContacts": "groupContacts", "/groupMemberships": "groupMemberships",
          "/subscribeToGroupPresence": "subscribeToGroupPresence"}  # fmt: skip
aliases("/groups/137", {"": "group", **_BELOW})
aliases("/groups/defaultGroup", _BELOW)
aliases("/groups/pinnedGroup", _BELOW)
aliases("/groups/distributionGroup", _BELOW)
aliases("/groups/distributionGroup/137", {"": "distributionGroup", **_BELOW})
aliases("/groups/distributionGroup/137", {"/expandDistributionGroup": "expandDistributionGroup"})


@handles("myContacts", "GET")
def contacts(context: RequestContext) -> HttpResponse:
    """All contacts of the user."""
    context.page = catalogue().of("myContacts")
    return listed(context, people_of(context, contacts_of(context)))


@handles("groupContacts", "GET")
def group_contacts(context: RequestContext) -> HttpResponse:
    """The contacts of a group."""
    group = group_at(context)
    return contacts(context) if group is None else listed(context, people_of(context, group.members))


@handles("myGroups", "GET")
def groups(context: RequestContext) -> HttpResponse:
    """All groups of the user."""
    found = [*own_groups(context).values()]
    application = context.application
    links: dict[str, Any] = {"self": {"href": context.path}}
    links |= {one.rel: {"href": one.path(application)} for one in found if one.id in _SYSTEM}
    embedded: dict[str, Any] = {}
    for one in found:
        if one.id in _SYSTEM:
            embedded[one.rel] = group_body(application, one)
    for rel in ("group", "distributionGroup"):
        some = [one for one in found if one.rel == rel]
        links[rel] = [{"href": one.path(application)} for one in some]
        embedded[rel] = [group_body(application, one) for one in some]
    body = {"rel": "myGroups", "_links": links}
    is_short = str(context.arguments.get("expand", "")).lower() == "false"
    return shown(context, body if is_short else {**body, "_embedded": embedded})


@handles("myGroups", "POST")
def create(context: RequestContext) -> HttpResponse:
    """Create an empty group."""
    add_group(context, str(context.arguments["displayName"]))
    return HttpResponse(204)


def add_group(context: RequestContext, name: str, rel: str = "group", uri: str | None = None) -> None:
    """Add a group; its name must be unique."""
    known = own_groups(context)
    if any(one.name == name for one in known.values()):
        raise HttpError(409, None, "AlreadyExists", "there is a group of that name")
    number = str(max(int(one) for one in (*known, "999")) + 1)
    known[number] = GroupRecord(number, name, [], rel, uri)
    notify_group(context, "added", known[number])


def _read(context: RequestContext) -> HttpResponse:
    group = group_at(context)
    return nothing_at(context) if group is None else shown(context, group_body(context.application, group))


for _rel in ("group", "defaultGroup", "pinnedGroup", "distributionGroup"):
    handles(_rel, "GET")(_read)


@handles("group", "PUT")
def rename(context: RequestContext) -> HttpResponse:
    """Rename a group."""
    group = group_at(context)
    if group is None:
        return nothing_at(context)
    body = group_body(context.application, group)
    check_change(context, body)
    group.name = str(context.arguments.get("name", group.name))
    notify_group(context, "updated", group)
    return HttpResponse(200, headers={"etag": f'"{etag(group_body(context.application, group))}"'})


@handles("group", "DELETE")
def delete(context: RequestContext) -> HttpResponse:
    """Delete a group; its contacts stay in their other groups."""
    group = group_at(context)
    if group is None:
        return nothing_at(context)
    remove_group(context, group)
    return HttpResponse(204)


def remove_group(context: RequestContext, group: GroupRecord) -> None:
    """Remove a group, and from the contact list those contacts that are in no other."""
    del own_groups(context)[group.id]
    notify_group(context, "deleted", group)
    for name in group.members:
        if name not in contacts_of(context):
            notify_contact(context, "deleted", name, None)


@handles("subscribeToGroupPresence", "POST")
def watch_group(context: RequestContext) -> HttpResponse:
    """Watch the present members of a group."""
    group = group_at(context) or own_groups(context).get(str(context.arguments.get("groupId", "")))
    return nothing_at(context) if group is None else begin(context, members_of(context, group))


def members_of(context: RequestContext, group: GroupRecord) -> list[str]:
    """The names in a group; a distribution group holds all other users."""
    if group.rel != "distributionGroup":
        return group.members
    return [one.name for one in context.backend.users.values() if one is not context.user and not profile(one).is_guest]


@handles("expandDistributionGroup", "GET")
def expand(context: RequestContext) -> HttpResponse:
    """The members of a distribution group."""
    group = group_at(context)
    if group is None:
        return nothing_at(context)
    people = people_of(context, members_of(context, group))
    body = group_body(context.application, group)
    body["_embedded"] = {"contact": [contact_body(context.application, user) for user in people]}
    context.page = catalogue().of("distributionGroup")
    return shown(context, body)
