"""The groups of a user's contacts: created, renamed, deleted and listed, with events for subscribers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..extension import (
    ApplicationState,
    HttpError,
    HttpResponse,
    RequestContext,
    SandboxBackend,
    User,
    catalogue,
    check_change,
    etag,
    handles,
    shown,
    state_per_owner,
)
from .documents import aliases, nothing_at
from .events import raise_event
from .people import contact_body, contact_path, listed
from .profile import find_user, profile
from .protocol import random_property
from .subscriptions import begin
from .watching import subscriptions_of

CONTACTS = "contacts"
"""The key of the subscription to contacts and groups among those of an application."""
_SYSTEM = {"1": "defaultGroup", "2": "pinnedGroup"}
_BELOW = {"/groupContacts": "groupContacts", "/groupMemberships": "groupMemberships",
          "/subscribeToGroupPresence": "subscribeToGroupPresence"}  # fmt: skip
aliases("/groups/137", {"": "group", **_BELOW})
aliases("/groups/defaultGroup", _BELOW)
aliases("/groups/pinnedGroup", _BELOW)
aliases("/groups/distributionGroup", _BELOW)
aliases("/groups/distributionGroup/137", {"": "distributionGroup", **_BELOW})
aliases("/groups/distributionGroup/137", {"/expandDistributionGroup": "expandDistributionGroup"})


@dataclass(slots=True, eq=False)
class Group:
    """A group of contacts."""

    id: str
    name: str
    members: list[str]
    rel: str = "group"
    uri: str | None = None

    def path(self, application: ApplicationState) -> str:
        """Its address in an application."""
        last = {"group": self.id, "distributionGroup": f"distributionGroup/{self.id}"}.get(self.rel, self.rel)
        return f"{application.path}/groups/{last}"


def _none() -> dict[str, Group]:
    return {}


_groups_of = state_per_owner(_none)


def groups_of(backend: SandboxBackend, user: User) -> dict[str, Group]:
    """The user's groups by number. At first the default group holds all other users."""
    found = _groups_of(user)
    if not found:
        others = [one.name for one in backend.users.values() if one is not user and not profile(one).is_guest]
        first = Group(
            "1", "Other Contacts", [name.lower() for name in profile(user).contacts or others], "defaultGroup"
        )
        found.update({"1": first, "2": Group("2", "Favorites", [], "pinnedGroup")})
    return found


def mine(context: RequestContext) -> dict[str, Group]:
    return groups_of(context.backend, context.user)


def of_address(context: RequestContext) -> Group | None:
    """The group of an address."""
    for group in mine(context).values():
        path = group.path(context.application)
        if f"{context.path}/".startswith(f"{path}/"):
            return group
    return None


def group_body(application: ApplicationState, group: Group) -> dict[str, Any]:
    """The body of a group."""
    path = group.path(application)
    links = {"self": path, **{name: f"{path}/{name}" for name in ("groupContacts", "groupMemberships")}}
    links["subscribeToGroupPresence"] = f"{path}/subscribeToGroupPresence?groupId={group.id}"
    body: dict[str, Any] = {"rel": group.rel, "id": group.id, "name": group.name}
    if group.rel == "group":
        body |= random_property(path)
    elif group.rel == "distributionGroup":
        links["expandDistributionGroup"] = f"{path}/expandDistributionGroup"
        links["removeFromContactList"] = f"{application.path}/groups/removeFromContactList?groupId={group.id}"
        body["uri"] = group.uri
    return {**body, "_links": {name: {"href": href} for name, href in links.items()}}


def is_subscribed(backend: SandboxBackend, application: ApplicationState) -> bool:
    """Whether an application has subscribed to contacts and groups."""
    found = subscriptions_of(application).get(CONTACTS)
    return found is not None and found.until > backend.clock()


def notify_group(context: RequestContext, kind: str, group: Group) -> None:
    """Raise an event about a group for the user's applications."""
    for application in context.backend.applications_of(context.user):
        if is_subscribed(context.backend, application):
            within: dict[str, Any] = {"in": {"rel": "myGroups", "href": f"{application.path}/groups"}}
            more = {} if kind == "updated" else within
            raise_event(context.backend, application, kind, group.rel, group.path(application), "people", **more)


def notify_contact(context: RequestContext, kind: str, name: str, group: Group | None) -> None:
    """Raise an event about a contact in a group, or on the contact list, for the user's applications."""
    user = find_user(context.backend, name)
    for application in context.backend.applications_of(context.user):
        if user is None or not is_subscribed(context.backend, application):
            continue
        rel, href = ("myContacts", f"{application.path}/contacts")
        if group is not None:
            rel, href = group.rel, group.path(application)
        within: dict[str, Any] = {"in": {"rel": rel, "href": href}}
        raise_event(context.backend, application, kind, "contact", contact_path(application, user), "people", **within)


def contacts_of(context: RequestContext) -> list[str]:
    """The names of all contacts in groups, without repetition."""
    found = [name for group in mine(context).values() if group.rel != "distributionGroup" for name in group.members]
    return [*dict.fromkeys(found)]


def people_of(context: RequestContext, names: list[str]) -> list[User]:
    return [user for name in names if (user := find_user(context.backend, name)) is not None]


@handles("myContacts", "GET")
def contacts(context: RequestContext) -> HttpResponse:
    """All contacts of the user."""
    context.page = catalogue().of("myContacts")
    return listed(context, people_of(context, contacts_of(context)))


@handles("groupContacts", "GET")
def group_contacts(context: RequestContext) -> HttpResponse:
    """The contacts of a group."""
    group = of_address(context)
    return contacts(context) if group is None else listed(context, people_of(context, group.members))


@handles("myGroups", "GET")
def groups(context: RequestContext) -> HttpResponse:
    """All groups of the user."""
    found = [*mine(context).values()]
    application = context.application
    links: dict[str, Any] = {"self": {"href": context.path}}
    links |= {one.rel: {"href": one.path(application)} for one in found if one.id in _SYSTEM}
    embedded: dict[str, Any] = {}
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
    known = mine(context)
    if any(one.name == name for one in known.values()):
        raise HttpError(409, None, "AlreadyExists", "there is a group of that name")
    number = str(max(int(one) for one in (*known, "999")) + 1)
    known[number] = Group(number, name, [], rel, uri)
    notify_group(context, "added", known[number])


def _read(context: RequestContext) -> HttpResponse:
    group = of_address(context)
    return nothing_at(context) if group is None else shown(context, group_body(context.application, group))


for _rel in ("group", "defaultGroup", "pinnedGroup", "distributionGroup"):
    handles(_rel, "GET")(_read)


@handles("group", "PUT")
def rename(context: RequestContext) -> HttpResponse:
    """Rename a group."""
    group = of_address(context)
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
    group = of_address(context)
    if group is None:
        return nothing_at(context)
    remove_group(context, group)
    return HttpResponse(204)


def remove_group(context: RequestContext, group: Group) -> None:
    """Remove a group, and from the contact list those contacts that are in no other."""
    del mine(context)[group.id]
    notify_group(context, "deleted", group)
    for name in group.members:
        if name not in contacts_of(context):
            notify_contact(context, "deleted", name, None)


@handles("subscribeToGroupPresence", "POST")
def watch_group(context: RequestContext) -> HttpResponse:
    """Watch the present members of a group."""
    group = of_address(context) or mine(context).get(str(context.arguments.get("groupId", "")))
    return nothing_at(context) if group is None else begin(context, members_of(context, group))


def members_of(context: RequestContext, group: Group) -> list[str]:
    """The names in a group; a distribution group holds all other users."""
    if group.rel != "distributionGroup":
        return group.members
    return [one.name for one in context.backend.users.values() if one is not context.user and not profile(one).is_guest]


@handles("expandDistributionGroup", "GET")
def expand(context: RequestContext) -> HttpResponse:
    """The members of a distribution group."""
    group = of_address(context)
    if group is None:
        return nothing_at(context)
    people = people_of(context, members_of(context, group))
    body = group_body(context.application, group)
    body["_embedded"] = {"contact": [contact_body(context.application, user) for user in people]}
    context.page = catalogue().of("distributionGroup")
    return shown(context, body)
