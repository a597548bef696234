"""Presence, notes, contacts and who watches whom."""

from __future__ import annotations

import json
from typing import Any

from ..catalogue import APPLICATION, catalogue
from ..context import Context, raise_event, sampled
from ..messages import Answer, Refused
from ..serving import handles, shown
from ..world import Application, User, World

KEPT = "people"


def _mine(context: Context, body: dict[str, Any], rel: str) -> Answer:
    links = {"self": {"href": context.path}}
    return shown(context, {"rel": rel, **body, "_links": links})


def _available(context: Context) -> None:
    if not context.application.available:
        raise Refused(409, "Conflict", "MakeMeAvailableRequired", "make the user available first")


@handles("presence", "GET")
def presence(context: Context) -> Answer:
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
    return _mine(context, context.user.note, "note")


@handles("note", "POST")
def set_note(context: Context) -> Answer:
    _available(context)
    context.user.note = {"message": context.arguments.get("message", ""), "type": "Personal"}
    tell(context.world, context.user, "note", "contactNote")
    return Answer(204)


@handles("location", "GET")
def location(context: Context) -> Answer:
    return _mine(context, {"location": context.user.location}, "location")


@handles("location", "POST")
def set_location(context: Context) -> Answer:
    _available(context)
    context.user.location = context.arguments.get("location", "")
    tell(context.world, context.user, "location", "contactLocation")
    return Answer(204)


def tell(world: World, user: User, own: str, others: str) -> None:
    """The user's own applications hear of a change, and all that watch the user."""
    for application in world.applications.values():
        if application.user is user:
            raise_event(world, application, "updated", own, f"{application.path}/me/{own}", "me")
        elif user.name.lower() in application.subscribed:
            href = f"{contact_path(application, user)}/{others}"
            raise_event(
                world, application, "updated", others, href, "people", priority="low" if own == "location" else "high"
            )


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
    return context.world.user(context.step(KEPT)) if "@" in context.step(KEPT) else None


def _seen(rel: str, told: str) -> None:
    """Let a contact's resource show what that user says."""

    @handles(rel, "GET")
    def read(context: Context) -> Answer:
        other = _other(context)
        if other is None:
            return _documented(context)
        found = getattr(other, told)
        return _mine(context, found if isinstance(found, dict) else {told: found}, rel)


def _documented(context: Context) -> Answer:
    if "@" in context.step(KEPT):
        raise Refused(404, "NotFound", message="there is no such contact")
    return shown(context, sampled(context.application, context.page.samples["GET"], context.path))


_seen("contactPresence", "presence")
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


@handles("myContacts", "GET")
def contacts(context: Context) -> Answer:
    """The user's contacts: those that were added, or everybody else in the sandbox."""
    names = context.user.contacts or [name for name in context.world.users if name != context.user.name.lower()]
    return _people(context, [user for name in names if (user := context.world.user(name))])


@handles("search", "GET")
def search(context: Context) -> Answer:
    """Those whose name or address holds the words."""
    words = str(context.arguments.get("query", "")).lower()
    people = [user for user in context.world.users.values() if words in f"{user.name} {user.display}".lower()]
    answer = _people(context, people)
    assert answer.body is not None
    answer.body["moreResultsAvailable"] = False
    return answer


def _people(context: Context, people: list[User]) -> Answer:
    bodies = [contact_body(context.application, user) for user in people]
    links = {"self": {"href": context.path}, "contact": [{"href": body["_links"]["self"]["href"]} for body in bodies]}
    body = {"rel": context.page.rel, "_links": links, "_embedded": {"contact": bodies}}
    return Answer(body=body, state=context.page.state)


@handles("presenceSubscriptions", "POST")
def subscribe(context: Context) -> Answer:
    """Watch some people; each change of theirs becomes an event."""
    number = next(context.application.numbers)
    path = context.href(f"/presenceSubscriptions/{number}")
    text = json.dumps({"id": str(number), "rel": "presenceSubscription"})
    sample = catalogue().of("presenceSubscription").samples["GET"]
    links = json.loads(sample.text.replace(f"{APPLICATION}/presenceSubscription", path))["_links"]
    body = {**json.loads(text), "_links": {**links, "self": {"href": path}}}
    context.application.bodies[path] = body
    _watch(context, context.arguments["uris"])
    return Answer(201, body, headers={"location": path}, state="presence_subscription.PresenceSubscription")


def _watch(context: Context, uris: list[str]) -> None:
    """What those people are like now comes at once."""
    for uri in uris:
        other = context.world.user(uri)
        if other is not None:
            context.application.subscribed.add(other.name.lower())
            path = contact_path(context.application, other)
            for rel in ("contactPresence", "contactNote"):
                context.raise_event("updated", rel, f"{path}/{rel}", "people")


@handles("subscribedContacts", "GET")
def subscribed(context: Context) -> Answer:
    return _people(context, [context.world.users[name] for name in sorted(context.application.subscribed)])
