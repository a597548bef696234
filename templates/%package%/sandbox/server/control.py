"""The control address ``/sandbox``, for this machine only: faults, settings, events to raise, the log of each channel, and
what the page for people needs. ``docs/client.md`` and ``docs/sandbox-page.md`` describe its resources.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import msgspec

from ..handlers.events import check_event, raise_event
from ..http.json_input import convert, from_json
from ..http.messages import HttpError, HttpRequest, HttpResponse, plain
from ..pages.catalogue import Priority
from ..state.backend import SandboxBackend
from ..state.settings import changed, shown
from .overview import FOLDER, done, explored, file, overview

PATH = "/sandbox"
_HERE = ("127.0.0.1", "::1", "localhost", "testclient", "")
_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_METHODS = {
    "act": "POST",
    "events": "POST",
    "explore": "POST",
    "faults": "DELETE, GET, POST",
    "log": "GET",
    "overview": "GET",
    "settings": "GET, POST, PUT",
}


class Place(msgspec.Struct, forbid_unknown_fields=True):
    """A resource that an event names."""

    rel: str
    href: str


class NewEvent(msgspec.Struct, forbid_unknown_fields=True):
    """An event to raise in the channels of all applications, or in that of one."""

    type: str
    rel: str
    href: str
    sender: str
    """The address of the sender."""
    in_: Place | None = msgspec.field(default=None, name="in")
    """The resource that it is in, such as a group."""
    application: str | None = None
    priority: Priority | None = None


def control(backend: SandboxBackend, request: HttpRequest, client: str, server: str) -> HttpResponse:
    """Carry out a request of the control address, sent from ``client`` to the host ``server``; raises ``HttpError``."""
    check_origin(request, client, server)
    what = request.path.removeprefix(PATH).strip("/")
    if request.path == f"{PATH}/{FOLDER}":
        return HttpResponse(302, headers={"location": f"{PATH}/{FOLDER}/"})
    if what.split("/")[0] == FOLDER and request.method in ("GET", "HEAD"):
        return file(what.removeprefix(FOLDER).strip("/"))
    if what not in _METHODS:
        raise HttpError(404, message=f"there are {', '.join(f'{PATH}/{name}' for name in _METHODS)}")
    if request.method not in _METHODS[what].split(", "):
        raise HttpError(405, headers={"allow": _METHODS[what]})
    if request.method in ("POST", "PUT") and request.media_type != "application/json":
        raise HttpError(415, message="the control address takes application/json only")
    with backend.lock:
        try:
            return _ACTIONS[what](backend, request)
        except (ValueError, RecursionError) as fault:
            raise HttpError(400, message=str(fault)) from None


def check_origin(request: HttpRequest, client: str, server: str) -> None:
    """Refuse other machines, and web pages that a browser of this machine shows, also under a host name of their own."""
    if client not in _HERE:
        raise HttpError(403, message="only this machine may control the sandbox")
    if _host_name(request.base) not in (*_LOOPBACK, server):
        raise HttpError(403, message="the Host of a request to the control address must be the address of the sandbox")
    if request.headers.get("origin", request.base) != request.base or _is_of_another_site(request):
        raise HttpError(403, message="web pages may not control the sandbox")


def _is_of_another_site(request: HttpRequest) -> bool:
    """Whether a browser says that a page of another site loads this; a link may lead here."""
    is_followed = request.method == "GET" and request.headers.get("sec-fetch-mode") == "navigate"
    return request.headers.get("sec-fetch-site") in ("cross-site", "same-site") and not is_followed


def _host_name(base: str) -> str | None:
    """The name of the host of an address; None for an address that is not one."""
    try:
        return urlsplit(base).hostname
    except ValueError:
        return None


def _faults(backend: SandboxBackend, request: HttpRequest) -> HttpResponse:
    if request.method == "DELETE":
        backend.faults.faults.clear()
        backend.feed.add("faults")
    elif request.method == "POST":
        rows = from_json(request.content)
        backend.faults.add(rows if isinstance(rows, list) else [rows])
        backend.feed.add("faults")
    return _json({"faults": backend.faults.shown(), "hits": backend.faults.hits})


def _settings(backend: SandboxBackend, request: HttpRequest) -> HttpResponse:
    if request.method != "GET":
        backend.settings = changed(backend.settings, from_json(request.content))
        backend.notify()
    return _json(shown(backend.settings))


def _events(backend: SandboxBackend, request: HttpRequest) -> HttpResponse:
    event = convert(from_json(request.content), NewEvent)
    inside = event.in_
    in_ = None if inside is None else (inside.rel, inside.href)
    check_event(event.type, event.rel, in_)
    for application in [*backend.applications.values()] or [backend.common]:
        if event.application in (None, application.id):
            where = event.type, event.rel, event.href, event.sender
            raise_event(backend, application, *where, in_=in_, priority=event.priority)
    return HttpResponse(204)


def _log(backend: SandboxBackend, request: HttpRequest) -> HttpResponse:
    rows = [*backend.applications.values()] or [backend.common]
    return _json([{"application": row.id, "answers": one.log} for row in rows for one in row.channels.values()])


def _overview(backend: SandboxBackend, request: HttpRequest) -> HttpResponse:
    return _json(overview(backend, request))


def _explore(backend: SandboxBackend, request: HttpRequest) -> HttpResponse:
    return _json(explored(backend, request))


def _act(backend: SandboxBackend, request: HttpRequest) -> HttpResponse:
    return _json(done(backend, request))


def _json(value: Any) -> HttpResponse:
    return HttpResponse(content=plain(value), headers={"content-type": "application/json"})


_ACTIONS = {
    "act": _act,
    "events": _events,
    "explore": _explore,
    "faults": _faults,
    "log": _log,
    "overview": _overview,
    "settings": _settings,
}
