"""Presence, notes and places of users, as they say themselves and as those who watch them hear."""

from __future__ import annotations

from typing import Any

from ..catalogue import catalogue
from ..context import Context, raise_event, sampled
from ..messages import Answer, Refused
from ..serving import handles, shown
from ..world import Application, User, World, lost
from .documents import as_sample, nothing_at

KEPT = "people"
OFFLINE = {"availability": "Offline", "activity": "Offline"}


def _mine(context: Context, body: dict[str, Any], rel: str) -> Answer:
    links = {"self": {"href": context.path}}
    return shown(context, {"rel": rel, **body, "_links": links})


def _available(context: Context) -> None:
    """What belongs to a presence is there once there is one."""
    if not context.application.available:
        raise Refused(409, "Conflict", "MakeMeAvailableRequired", "make the user available first")


@handles("presence", "GET")
def presence(context: Context) -> Answer:
    _available(context)
    return _mine(context, context.user.presence, "presence")


@handles("presence", "POST")
def set_presence(context: Context) -> Answer:
    _available(context)
    availability = context.arguments.get("availability", "Online")
    context.user.presence = {"availability": availability, "activity": availability}
    tell(context.world, context.user, "presence", "contactPresence")
    return Answer(204)


@handles("note", "GET")
def note(context: Context) -> Answer:
    _available(context)
    return _mine(context, context.user.note, "note")


@handles("note", "POST")
def set_note(context: Context) -> Answer:
    _available(context)
    context.user.note = {"message": context.arguments.get("message", ""), "type": "Personal"}
    tell(context.world, context.user, "note", "contactNote")
    return Answer(204)


@handles("location", "GET")
def location(context: Context) -> Answer:
    _available(context)
    return _mine(context, {"location": context.user.location}, "location")


@handles("location", "POST")
def set_location(context: Context) -> Answer:
    _available(context)
    context.user.location = context.arguments.get("location", "")
    tell(context.world, context.user, "location", "contactLocation")
    return Answer(204)


def tell(world: World, user: User, own: str, others: str) -> None:
    """The user's own applications hear of a change, and all that watch the user."""
    for application in world.applications_of(user):
        raise_event(world, application, "updated", own, f"{application.path}/me/{own}", "me")
    tell_watchers(world, user, others)


def tell_watchers(world: World, user: User, rel: str) -> None:
    """All that watch the user hear of a change."""
    for application in world.applications.values():
        if user.name.lower() in watched(world, application) and application.user is not user:
            raise_event(world, application, "updated", rel, f"{contact_path(application, user)}/{rel}", "people")


def watched(world: World, application: Application) -> set[str]:
    """Whose presence an application hears of by now."""
    return {name for one in application.subscriptions.values() if one.until > world.clock() for name in one.names}


@lost
def sign_out(world: World, application: Application) -> None:
    """The user is offline once the last application that was available has ended."""
    user = application.user
    left = any(one.available for one in world.applications_of(user))
    if application.available and not left:
        user.is_signed_out = True
        tell_watchers(world, user, "contactPresence")


def contact_path(application: Application, user: User) -> str:
    """Where an application sees another user."""
    return f"{application.path}/people/{user.name}"


def contact_body(application: Application, user: User) -> dict[str, Any]:
    """Another user as a contact."""
    path = contact_path(application, user)
    body = sampled(application, catalogue().of("contact").samples["GET"], path)
    body.update({"name": user.display or user.name, "uri": user.uri, "emailAddresses": [user.name], **user.details})
    return body


def _other(context: Context) -> User | None:
    """The sandbox user of an address; documented contacts that are none stay as their samples are."""
    name = context.step(KEPT)
    return context.world.user(name) if "@" in name else None


def _documented(context: Context) -> Answer:
    """A contact of the samples, who has a number in place of a name."""
    return nothing_at(context) if "@" in context.step(KEPT) else as_sample(context)


def _seen(rel: str, told: str) -> None:
    """Let a contact's resource show what that user says."""

    @handles(rel, "GET")
    def read(context: Context) -> Answer:
        other = _other(context)
        if other is None:
            return _documented(context)
        found = getattr(other, told)
        return _mine(context, found if isinstance(found, dict) else {told: found}, rel)


@handles("contactPresence", "GET")
def contact_presence(context: Context) -> Answer:
    """Whoever has signed out is offline."""
    other = _other(context)
    if other is None:
        return _documented(context)
    return _mine(context, OFFLINE if other.is_signed_out else other.presence, "contactPresence")


_seen("contactNote", "note")
_seen("contactLocation", "location")


@handles("contact", "GET")
def contact(context: Context) -> Answer:
    other = _other(context)
    return _documented(context) if other is None else shown(context, contact_body(context.application, other))


@handles("contactPhoto", "GET")
def contact_photo(context: Context) -> Answer:
    other = _other(context)
    return Answer(content=(other or context.user).photo, headers={"content-type": "image/jpeg"})


@handles("photo", "GET")
def photo(context: Context) -> Answer:
    return Answer(content=context.user.photo, headers={"content-type": "image/jpeg"})


@handles("search", "GET")
def search(context: Context) -> Answer:
    """Those whose name or address holds the words, up to a limit; guests and the user are in no address book."""
    words = str(context.arguments.get("query") or context.arguments.get("mail") or "").lower()
    limit = int(context.arguments.get("limit", 100))
    everybody = [user for user in context.world.users.values() if user is not context.user and not user.is_guest]
    found = [user for user in everybody if words in f"{user.name} {user.display}".lower()]
    return listed(context, found[:limit], moreResultsAvailable=len(found) > limit)


def listed(context: Context, people: list[User], **more: Any) -> Answer:
    """Contacts, embedded unless only links are wanted."""
    bodies = [contact_body(context.application, user) for user in people]
    links = {"self": {"href": context.path}, "contact": [{"href": body["_links"]["self"]["href"]} for body in bodies]}
    body: dict[str, Any] = {"rel": context.page.rel, **more, "_links": links}
    if str(context.arguments.get("expand", "")).lower() != "false":
        body["_embedded"] = {"contact": bodies}
    return shown(context, body)
