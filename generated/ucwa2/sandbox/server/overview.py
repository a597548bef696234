"""The page of the sandbox for people: its files, what it shows, and what it can do. All of it is at the control address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import msgspec

from ..._runtime.base.registry import index
from ..handlers.actions import ACTIONS, Action, summary_of
from ..handlers.asker import Asker
from ..handlers.page_files import TYPES, page_file
from ..http.accept_header import quality
from ..http.json_input import convert, from_json
from ..http.messages import HttpError, HttpRequest, HttpResponse
from ..pages.catalogue import catalogue
from ..state.backend import ApplicationState, SandboxBackend
from ..state.fault_words import kinds
from ..state.users import ANONYMOUS, SandboxUser
from .dispatch import handle
from .explorer import Visit, visit

FOLDER = "page"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none';"
    " form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types xml"
)
_FILE_CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyz_.")


class Doing(msgspec.Struct, forbid_unknown_fields=True):
    """An action in the name of a user."""

    user: str
    action: str
    values: dict[str, str] = {}


def wants_page(request: HttpRequest) -> bool:
    """Whether a person opened the root in a browser; a client of the API, whatever it accepts, gets the API."""
    if request.method != "GET" or request.target != "/" or _has_page_at_root():
        return False
    known = index()
    wanted = quality(request.accept, ("text/html",))
    return "text/html" in request.accept and wanted > quality(request.accept, (*known.json_types, *known.xml_types))


def _has_page_at_root() -> bool:
    """Whether the API itself has a document in HTML at the root."""
    samples = [sample for page in catalogue().at("/") for sample in page.samples.values()]
    return any(sample.headers.get("content-type", "").startswith("text/html") for sample in samples)


def file(name: str) -> HttpResponse:
    """A file of the page; raises ``HttpError``."""
    name = name or "index.html"
    if {*name} - _FILE_CHARACTERS or name.rpartition(".")[2] not in TYPES:
        raise HttpError(404, message="the page has no such file")
    try:
        return page_file(name, _POLICY, folder=FOLDER)
    except FileNotFoundError:
        raise HttpError(404, message="the page has no such file") from None


def overview(backend: SandboxBackend, request: HttpRequest) -> dict[str, Any]:
    """What the page shows besides what happens."""
    backend.pass_time()
    backend.expire()
    return {
        "package": __name__.partition(".")[0],
        "address": f"{request.base}/",
        "has_xml": bool(index().xml_types),
        "entry": index().entry.path,
        "users": [_user(backend, user) for user in _people(backend)],
        "actions": [_action(name, action) for name, action in ACTIONS.items()],
        "fault_kinds": kinds(),
        "faults": backend.faults.shown(),
    }


def _people(backend: SandboxBackend) -> list[SandboxUser]:
    return [*backend.users.values()] if index().sign_in is not None else [ANONYMOUS]


def _user(backend: SandboxBackend, user: SandboxUser) -> dict[str, Any]:
    return {
        "name": user.name,
        "display": user.display or user.name or "anyone",
        **asdict(summary_of(backend, user)),
        "applications": [_application(one) for one in backend.applications_of(user)],
    }


def _application(application: ApplicationState) -> dict[str, Any]:
    said = {name: value for name, value in application.settings.items() if name not in index().minted}
    title = max((value for value in said.values() if isinstance(value, str)), key=len, default="")
    role = index().roles.get("application", "")
    return {"id": application.id, "href": application.path, "rel": role, "title": title}


def _action(name: str, action: Action) -> dict[str, Any]:
    return {"name": name, "label": action.label, "fields": [asdict(field) for field in action.fields]}


def explored(backend: SandboxBackend, request: HttpRequest) -> dict[str, Any]:
    """A resource that a person has asked for."""
    asked = convert(from_json(request.content), Visit)
    return visit(_asker(backend, request, asked.user), asked)


def done(backend: SandboxBackend, request: HttpRequest) -> dict[str, Any]:
    """What an action has done; raises ``HttpError`` if it cannot be."""
    asked = convert(from_json(request.content), Doing)
    found = ACTIONS.get(asked.action)
    if found is None:
        raise HttpError(404, message=f"there is no action `{asked.action}`")
    values: Mapping[str, str] = found.check(backend, asked.values)
    return {"said": found.run(_asker(backend, request, asked.user), values)}


def _asker(backend: SandboxBackend, request: HttpRequest, name: str) -> Asker:
    user = ANONYMOUS if index().sign_in is None else backend.user(name)
    if user is None:
        raise HttpError(400, message=f"there is no user `{name}`")
    return Asker(backend, user, request.base, handle)
