"""The API in, the parts of the client out that it needs: by its roles, its discovery and its sign-in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ucwagen.model.types.api import Api
from ucwagen.python.names.names import Identifier
from ucwagen.python.text.literals import Code, literal

GRANTS = {
    "password": "PasswordGrant",
    "anonymous_meeting": "AnonymousMeetingGrant",
    "passive": "PassiveGrant",
    "token": "TokenGrant",
}
"""The class of the runtime for each grant that api.yaml can name."""
ALWAYS = ("Policy",)
EAGER = (
    "TYPE_CHECKING",
    "UNSET",
    "Call",
    "Content",
    "DataLink",
    "Document",
    "ErrorBody",
    "Link",
    "Request",
    "Response",
    "State",
    "Unset",
    "Validator",
)
ONLY_WITH_EVENTS = frozenset({"Event", "EventPage"})
ONLY_WITH_SIGN_IN = frozenset({"SignInRequired"})


@dataclass(frozen=True, slots=True)
class Feature:
    """A base class of both clients, and the names that the package exports with it."""

    base: Identifier
    exports: tuple[str, ...] = ()


def features(api: Api) -> Iterator[Feature]:
    """What the clients of this API can do besides sending calls."""
    roles = {role for role, _ in api.roles}
    if api.sign_in:
        yield Feature(Identifier("SignInClient"), tuple(GRANTS[grant] for grant in api.sign_in.grants))
    if "application" in roles:
        yield Feature(Identifier("ApplicationClient"))
    if "events" in roles:
        yield Feature(Identifier("EventsClient"), ("AsyncEventStream", "EventStream", "Item", "Reset"))
    if "events" in roles and api.operation_id:
        yield Feature(Identifier("OperationsClient"), ("AsyncPendingOperation", "PendingOperation"))
    if "batch" in roles:
        yield Feature(Identifier("BatchClient"), ("Outcome", "Outcomes"))
    if roles >= {"activity", "application", "me"}:
        yield Feature(Identifier("ActivityClient"))


def eager(api: Api) -> tuple[Identifier, ...]:
    """The names that the package imports from the runtime at once."""
    has_events = any(role == "events" for role, _ in api.roles)
    found = (*EAGER, *(ONLY_WITH_EVENTS if has_events else ()))
    return tuple(map(Identifier, sorted(found, key=lambda name: (not name.isupper(), name))))


def around(api: Api) -> tuple[Identifier, ...]:
    """The names around the clients, which the package imports when they are first used."""
    found = {*ALWAYS, *(name for feature in features(api) for name in feature.exports)}
    return tuple(map(Identifier, sorted(found)))


def exports(api: Api, base_error: str) -> tuple[Code, ...]:
    """Every public name of the package, as text."""
    own = {"AsyncClient", "Client", "decode", base_error, *(ONLY_WITH_SIGN_IN if api.sign_in else ())}
    found = (own | {*eager(api), *around(api)}) - {"TYPE_CHECKING"}
    ordered = sorted(found, key=lambda name: (not name.isupper(), not name[0].isupper(), name))
    return tuple(map(literal, ordered))


def bases(api: Api) -> tuple[Identifier, ...]:
    """The bases of the blocking client; those of the asynchronous one begin with `Async`."""
    return tuple(row.base for row in features(api)) or (Identifier("SendingClient"),)


def clients(api: Api, creates: bool) -> Iterator[str]:
    """The classes that the module of the clients imports from the runtime."""
    yield from ("BaseClient", "Policy", *(["CreatingClient"] if creates else []))
    for base in bases(api):
        yield from (base, f"Async{base}")
    roles = {role for role, _ in api.roles}
    yield from (["EntryPoint"] if not api.discovery else [])
    yield from (["Grant"] if api.sign_in else [])
    yield from (["Format"] if api.xml_types else [])
    yield from (["Acknowledge"] if "events" in roles else [])
