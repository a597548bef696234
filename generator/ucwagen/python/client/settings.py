"""The API in, the settings of its clients out: the parameters of their initializers, and of discovery."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ucwagen.model.types.api import Api
from ucwagen.python.client.features import FROM_TYPING
from ucwagen.python.names.names import Identifier
from ucwagen.python.text.literals import Code
from ucwagen.python.text.prose import item, phrase
from ucwagen.python.views.clients import SettingsView
from ucwagen.python.views.modules import ImportView

OTHER_DOMAINS = (
    "other domains that discovery may lead to: named ones, which may receive credentials; True for all, which may not"
)


@dataclass(frozen=True, slots=True)
class Setting:
    """A parameter: its name, its annotation with the default, and what it means."""

    name: str
    annotation: str
    meaning: str
    by_name: bool = True


def settings(api: Api) -> SettingsView:
    """The initializer of the clients: it has the settings that this API needs."""
    rows = tuple(_settings(api))
    return _view("self", rows)


def discovery(api: Api) -> SettingsView | None:
    """The way to a client by the domain of a user, if the API has discovery."""
    if not api.discovery:
        return None
    grant = tuple(row for row in _settings(api) if row.name == "grant")
    rows = (
        Setting("domain", "str", "domain of the user's address", by_name=False),
        *grant,
        Setting("http_first", "bool = False", "try addresses without TLS too, as a first step"),
        Setting("allow_other_domains", "bool | Iterable[str] = False", OTHER_DOMAINS),
    )
    return _view("cls", rows)


def _view(first: str, rows: tuple[Setting, ...]) -> SettingsView:
    ordered = [row for row in rows if not row.by_name], [row for row in rows if row.by_name]
    positional, named = ([Code(f"{row.name}: {row.annotation}") for row in part] for part in ordered)
    return SettingsView(
        signature=(Code(first), *positional, Code("*"), *named, Code("**options: Any")),
        rows=tuple(item(2, phrase(f"{row.name}: {row.meaning}")) for row in rows),
        arguments=(*(Code(f"{row.name}={row.name}") for row in rows), Code("**options")),
    )


def _settings(api: Api) -> Iterator[Setting]:
    roles = dict(api.roles)
    if api.discovery:
        meaning = "address of a discovery service, which may lead to servers of its own domain"
        yield Setting("url", "str | None = None", meaning, by_name=False)
    else:
        yield Setting("url", "str", "address of the server", by_name=False)
    if api.sign_in:
        yield Setting("grant", "Grant | None = None", "credentials; None for servers that need none", by_name=False)
    if api.xml_types:
        yield Setting("format", 'Format = "json"', "of requests and responses: ``json`` or ``xml``")
    yield Setting("policy", "Policy | None = None", "timeouts, retries and limits")
    told = ", and that may receive credentials" if api.sign_in else ""
    yield Setting("trusted", "Iterable[str] = ()", f"addresses of further servers that links may lead to{told}")
    if "events" in roles:
        meaning = "when the server may drop events: ``at once`` or ``after handling``"
        yield Setting("acknowledge", 'Acknowledge = "at once"', meaning)
        meaning = f"parameters of each GET of the event channel, as `{roles['events'].rel}` has them, with their units"
        yield Setting("channel", "Mapping[str, int] | None = None", meaning)
    if "application" in roles:
        yield Setting("delete_on_close", "bool = False", "whether closing deletes the application")
        meaning = (
            "function to call with each application that was created, also again, before events go on; "
            "it must not wait for events"
        )
        yield Setting("on_application", "Callable[[Any], object] | None = None", meaning)
    meaning = (
        "an httpx2 client to use, which stays open; otherwise ``options`` are those of a new one (verify, proxy, …);"
        ' with ``transport="pyreqwest"`` those of a client of that library'
    )
    yield Setting("http", "Any = None", meaning)


def standard(api: Api, creates: bool, *, typed: bool) -> Iterator[ImportView]:
    """The names that the module imports from the standard library; ``typed``: some imports are for annotations."""
    roles = {role for role, _ in api.roles}
    called = ["Callable"] if "application" in roles else []
    abc = [*called, "Iterable", *(["Mapping"] if "events" in roles else [])]
    special = [*(["Self"] if api.discovery else []), *(["TypeVar"] if creates else [])]
    typing = [*([FROM_TYPING] if typed else []), "Any", *special]
    yield ImportView(Code("collections.abc"), tuple(map(Identifier, abc)))
    yield ImportView(Code("typing"), tuple(map(Identifier, typing)))
