"""The API in, the parts of the client out that it needs: by its roles, its discovery and its sign-in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ucwagen.model.types.api import Api
from ucwagen.python.names import public_names
from ucwagen.python.names.names import Identifier
from ucwagen.python.text.literals import Code, literal

FROM_TYPING = "TYPE_CHECKING"


@dataclass(frozen=True, slots=True)
class Feature:
    """A base class of both clients, and the names that the package exports with it."""

    base: Identifier
    exports: tuple[str, ...] = ()


def features(api: Api) -> Iterator[Feature]:
    """What the clients of this API can do besides sending calls."""
    roles = {role for role, _ in api.roles}
    if api.sign_in:
        yield Feature(Identifier("SignInClient"), tuple(public_names.GRANTS[grant] for grant in api.sign_in.grants))
    if "application" in roles:
        yield Feature(Identifier("ApplicationClient"))
    if "events" in roles:
        yield Feature(Identifier("EventsClient"), public_names.EVENTS)
    if "events" in roles and api.operation_id:
        yield Feature(Identifier("OperationsClient"), public_names.OPERATIONS)
    if "batch" in roles:
        yield Feature(Identifier("BatchClient"), public_names.BATCHES)
    if roles >= {"activity", "application", "me"}:
        yield Feature(Identifier("ActivityClient"))


def eager(api: Api) -> tuple[Identifier, ...]:
    """The names that the package imports from the runtime at once."""
    has_events = any(role == "events" for role, _ in api.roles)
    found = (FROM_TYPING, *public_names.EAGER, *(public_names.EAGER_WITH_EVENTS if has_events else ()))
    return tuple(map(Identifier, sorted(found, key=lambda name: (not name.isupper(), name))))


def errors(api: Api) -> Iterator[tuple[str, tuple[Identifier, ...]]]:
    """The errors that the package imports from modules of the runtime."""
    left_out = () if api.sign_in else public_names.WITH_SIGN_IN
    for module, names in public_names.ERRORS_OF.items():
        yield module, tuple(Identifier(name) for name in names if name not in left_out)


def around(api: Api) -> tuple[Identifier, ...]:
    """The names around the clients, which the package imports when they are first used."""
    found = {*public_names.ALWAYS, *(name for feature in features(api) for name in feature.exports)}
    return tuple(map(Identifier, sorted(found)))


def own_grants(api: Api) -> tuple[Identifier, ...]:
    """The grants that this API alone has, which the package imports when they are first used."""
    return tuple(sorted(Identifier(grant.name) for grant in api.sign_in.own_grants)) if api.sign_in else ()


def chains(api: Api) -> tuple[Identifier, ...]:
    """The names for calls that read a state first, where a shortcut is one."""
    reads = any(shortcut.reads for resource in api.resources for shortcut in resource.shortcuts)
    return tuple(map(Identifier, public_names.WITH_CHAINS)) if reads else ()


def exports(api: Api, base_error: str) -> tuple[Code, ...]:
    """Every public name of the package, as text."""
    own = {*public_names.OWN, base_error, *(name for _, names in errors(api) for name in names)}
    found = (own | {*eager(api), *around(api), *own_grants(api), *chains(api)}) - {FROM_TYPING}
    ordered = sorted(found, key=lambda name: (not name.isupper(), not name[0].isupper(), name))
    return tuple(map(literal, ordered))


def bases(api: Api) -> tuple[Identifier, ...]:
    """The bases of the blocking client; those of the asynchronous one begin with `Async`."""
    return tuple(row.base for row in features(api)) or (Identifier("SendingClient"),)


def parts(api: Api, creates: bool) -> Iterator[str]:
    """The classes that the module of the settings imports from the runtime."""
    yield from ("BaseClient", "Policy", *(["CreatingClient"] if creates else []))
    roles = {role for role, _ in api.roles}
    yield from (["EntryPoint"] if not api.discovery else [])
    yield from (["Grant"] if api.sign_in else [])
    yield from (["Format"] if api.xml_types else [])
    yield from (["Acknowledge"] if "events" in roles else [])
