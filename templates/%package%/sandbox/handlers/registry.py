"""What roles and behaviour modules register: handlers of resources, services, addresses, and steps of each request."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import Any, TypeVar

from ..._runtime.base.registry import index
from ..http.entity_tags import TAGGED
from ..http.messages import HttpRequest, HttpResponse
from ..pages.catalogue import Page, catalogue
from ..state.backend import ApplicationState, LongPoll, SandboxBackend
from .context import RequestContext

Handler = Callable[[RequestContext], "HttpResponse | LongPoll"]
Service = Callable[[SandboxBackend, HttpRequest], HttpResponse]
Identity = Callable[[RequestContext], Hashable]
Permission = Callable[[RequestContext], None]
Creation = Callable[[ApplicationState, dict[str, Any]], None]
Check = Callable[[SandboxBackend, HttpRequest], None]
Challenge = Callable[[SandboxBackend, HttpRequest], str]
_H = TypeVar("_H", bound=Handler)
_S = TypeVar("_S", bound=Service)

HANDLERS: dict[tuple[str, str], Handler] = {}
"""Handlers that take the place of the sample, by rel and method."""
SERVICES: dict[tuple[str, str], Service] = {}
"""Handlers of addresses without a documented resource, by path in lower case and method."""
ALIASES: dict[str, str] = {}
"""Addresses of the samples for other addresses, which are in lower case."""
CREATIONS: list[Creation] = []
PERMISSIONS: list[Permission] = []
IDENTITIES: list[tuple[Identity, str]] = []
CHECKS: list[Check] = []
CHALLENGES: list[Challenge] = []
OPEN: list[Callable[[str], bool]] = []
RESPONSE_HEADERS: list[Callable[[Page], Mapping[str, str]]] = []
FINISHERS: list[Callable[[RequestContext, HttpResponse], None]] = []
CREDENTIALS: list[Callable[[HttpRequest], str | None]] = []
ECHOED: list[Callable[[str], Mapping[str, str]]] = []


def handles(rel: str, method: str) -> Callable[[_H], _H]:
    """Register the handler of a method of a resource."""

    def keep(function: _H) -> _H:
        HANDLERS[rel, method] = function
        return function

    return keep


def handles_role(role: str, method: str) -> Callable[[_H], _H]:
    """Register the handler of a method of the resource with a role, if the API has that role."""
    rel = index().roles.get(role)
    return (lambda function: function) if rel is None else handles(rel, method)


def serves(path: str, method: str) -> Callable[[_S], _S]:
    """Register the handler of an address that belongs to no documented resource. It needs no sign-in."""

    def keep(function: _S) -> _S:
        SERVICES[path.lower(), method] = function
        return function

    return keep


def may_create(function: Permission) -> Permission:
    """Register a check before a user gets one more application; it may raise ``HttpError``."""
    PERMISSIONS.append(function)
    return function


def same_application(instance: str) -> Callable[[Identity], Identity]:
    """Register what makes two applications of a user the same: an equal value of the function.

    ``instance`` is the parameter that tells their instances apart, each of which has an event channel of its own.
    """

    def keep(function: Identity) -> Identity:
        IDENTITIES[:] = [(function, instance)]
        return function

    return keep


def created(function: Creation) -> Creation:
    """Register a function that completes the body of each new application."""
    CREATIONS.append(function)
    return function


def checks(function: Check) -> Check:
    """Register a check of each request, also of long polls while they wait; it may raise ``HttpError``."""
    CHECKS.append(function)
    return function


def challenge(function: Challenge) -> Challenge:
    """Register a line of ``WWW-Authenticate`` for requests without a valid token."""
    CHALLENGES.append(function)
    return function


def open_address(function: Callable[[str], bool]) -> Callable[[str], bool]:
    """Register a test for paths, in lower case, that need no sign-in."""
    OPEN.append(function)
    return function


def response_headers(function: Callable[[Page], Mapping[str, str]]) -> Callable[[Page], Mapping[str, str]]:
    """Register headers of each response of a documented resource."""
    RESPONSE_HEADERS.append(function)
    return function


def finishes(
    function: Callable[[RequestContext, HttpResponse], None],
) -> Callable[[RequestContext, HttpResponse], None]:
    """Register a function that completes each response of a documented resource."""
    FINISHERS.append(function)
    return function


def credential(function: Callable[[HttpRequest], str | None]) -> Callable[[HttpRequest], str | None]:
    """Register a function that finds the token of a request without ``Authorization``, such as one in a cookie."""
    CREDENTIALS.append(function)
    return function


def echoed(function: Callable[[str], Mapping[str, str]]) -> Callable[[str], Mapping[str, str]]:
    """Register properties of the resource at a path that a PUT must send back unchanged."""
    ECHOED.append(function)
    return function


def tags_in_bodies() -> None:
    """Let bodies hold their entity tags, for the resources whose samples have one in a header."""
    TAGGED.update(catalogue().tagged)


def alias(path: str, sample_path: str) -> None:
    """Let an address stand for the address of a sample."""
    ALIASES[path.lower().rstrip("/")] = sample_path


def headers_of(page: Page) -> dict[str, str]:
    """The registered headers of a response."""
    return {name: value for function in RESPONSE_HEADERS for name, value in function(page).items()}


def echoed_at(path: str) -> dict[str, str]:
    """The registered properties that a PUT to a path must send back."""
    return {name: value for function in ECHOED for name, value in function(path).items()}


def check(backend: SandboxBackend, request: HttpRequest) -> None:
    """Run the registered checks; raises ``HttpError``."""
    for function in CHECKS:
        function(backend, request)
