"""The control address ``/sandbox``, for this machine only: ``faults`` to come and those that hit (GET, POST, DELETE),
``settings`` (GET, POST), and the ``log`` (GET): which events each answer of each application's channel held.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from .backend import SandboxBackend, Settings
from .http_messages import HttpError, HttpRequest, HttpResponse, plain
from .json_input import check, from_json

PATH = "/sandbox"
_HERE = ("127.0.0.1", "::1", "localhost", "testclient", "")
_METHODS = {"faults": "DELETE, GET, POST", "settings": "GET, POST, PUT", "log": "GET"}


def answer(backend: SandboxBackend, request: HttpRequest, client: str) -> HttpResponse:
    """Faults, settings and the log; raises ``HttpError``."""
    if client not in _HERE:
        raise HttpError(403, "Forbidden", message="only this machine may control the sandbox")
    what = request.path.removeprefix(PATH).strip("/")
    if what not in _METHODS:
        raise HttpError(404, "NotFound", message=f"there are {', '.join(f'{PATH}/{name}' for name in _METHODS)}")
    if request.method not in _METHODS[what].split(", "):
        raise HttpError(405, "MethodNotAllowed", headers={"allow": _METHODS[what]})
    with backend.lock:
        try:
            return _ANSWERS[what](backend, request)
        except (ValueError, RecursionError) as fault:
            raise HttpError(400, "BadRequest", message=str(fault)) from None


def _faults(backend: SandboxBackend, request: HttpRequest) -> HttpResponse:
    if request.method == "DELETE":
        backend.faults.faults.clear()
    elif request.method == "POST":
        said = from_json(request.content)
        backend.faults.add(said if isinstance(said, list) else [said])
    return _json({"faults": backend.faults.shown(), "hits": backend.faults.hits})


def _settings(backend: SandboxBackend, request: HttpRequest) -> HttpResponse:
    if request.method != "GET":
        for name, value in check(from_json(request.content), Settings, "settings").items():
            setattr(backend.settings, name, value)
        backend.notify()
    return _json(asdict(backend.settings))


def _log(backend: SandboxBackend, request: HttpRequest) -> HttpResponse:
    return _json([{"application": row.id, "answers": row.channel.log} for row in backend.applications.values()])


def _json(value: Any) -> HttpResponse:
    return HttpResponse(content=plain(value), headers={"content-type": "application/json"})


_ANSWERS = {"faults": _faults, "settings": _settings, "log": _log}
