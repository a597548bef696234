"""The state of groups: members, bodies, and the events about groups and contacts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..extension import ApplicationState, RequestContext, SandboxBackend, SandboxUser, state_per_owner
from .events import raise_event
from .people import contact_path
from .profile import find_user, profile
from .protocol import random_property
from .watching import subscriptions_of

CONTACTS = "contacts"
"""The key of the subscription to contacts and groups among those of an application."""


@dataclass(slots=True, eq=False)
class GroupRecord:
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


def _none() -> dict[str, GroupRecord]:
    return {}


_groups_of = state_per_owner(_none)


def groups_of(backend: SandboxBackend, user: SandboxUser) -> dict[str, GroupRecord]:
    """The user's groups by number. At first the default group holds all other users."""
    found = _groups_of(user)
    if not found:
        others = [one.name for one in backend.users.values() if one is not user and not profile(one).is_guest]
        favorites = [name.lower() for name in profile(user).favorites]
        first = GroupRecord(
            "1", "Other Contacts", [name.lower() for name in profile(user).contacts or others], "defaultGroup"
        )
        found.update({"1": first, "2": GroupRecord("2", "Favorites", favorites, "pinnedGroup")})
    return found


def own_groups(context: RequestContext) -> dict[str, GroupRecord]:
    return groups_of(context.backend, context.user)


def group_at(context: RequestContext) -> GroupRecord | None:
    """The group of an address."""
    for group in own_groups(context).values():
        paths = {group.path(context.application), context.href(f"/groups/{group.id}")}
        if any(f"{context.path}/".startswith(f"{path}/") for path in paths):
            return group
    return None


def group_body(application: ApplicationState, group: GroupRecord) -> dict[str, Any]:
    """The body of a group."""
    path = group.path(application)
    number = f"{application.path}/groups/{group.id}"
    links = {"self": path, "groupContacts": f"{number}/groupContacts", "groupMemberships": f"{path}/groupMemberships"}
    links["subscribeToGroupPresence"] = f"{number}/subscribeToGroupPresence?groupId={group.id}"
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


def notify_group(context: RequestContext, kind: str, group: GroupRecord) -> None:
    """Raise an event about a group for the user's applications."""
    for application in context.backend.applications_of(context.user):
        if is_subscribed(context.backend, application):
            within: dict[str, Any] = {"in": {"rel": "myGroups", "href": f"{application.path}/groups"}}
            more = {} if kind == "updated" else within
            raise_event(context.backend, application, kind, group.rel, group.path(application), "people", **more)


def notify_contact(context: RequestContext, kind: str, name: str, group: GroupRecord | None) -> None:
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
    found = [
        name for group in own_groups(context).values() if group.rel != "distributionGroup" for name in group.members
    ]
    return [*dict.fromkeys(found)]


def people_of(context: RequestContext, names: list[str]) -> list[SandboxUser]:
    return [user for name in names if (user := find_user(context.backend, name)) is not None]
