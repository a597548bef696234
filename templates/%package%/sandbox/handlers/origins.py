"""Cross-origin requests of web pages: refused, allowed, and asked about beforehand (CORS)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..http.messages import HttpError, HttpRequest, HttpResponse
from ..pages.catalogue import catalogue
from ..state.backend import SandboxBackend
from .registry import HANDLERS, SERVICES, checks

Refusal = Callable[[HttpRequest], HttpError]

_LASTS = "600"
"""Seconds for which a browser may keep the answer to a preflight request."""
_HEADERS = ["origin"]
_REFUSALS: list[Refusal] = []


def origin_header(name: str) -> None:
    """Register one more header that names the origin of a page, in small letters."""
    _HEADERS.append(name)


def refused_origin(function: Refusal) -> Refusal:
    """Register the error for requests of pages whose origin is not allowed."""
    _REFUSALS[:] = [function]
    return function


@checks
def check_origin(backend: SandboxBackend, request: HttpRequest) -> None:
    """Refuse a request of a page of an origin that is not allowed; raises ``HttpError``."""
    if not all(is_allowed(backend, origin) for origin in _foreign(request)):
        for refusal in _REFUSALS:
            raise refusal(request)
        raise HttpError(403, message="the settings do not allow this origin")


def is_allowed(backend: SandboxBackend, origin: str) -> bool:
    """Whether the settings allow an origin."""
    return any(_fits(origin.lower(), allowed.lower()) for allowed in backend.settings.allowed_origins)


def _fits(origin: str, allowed: str) -> bool:
    if not allowed.endswith(":*"):
        return allowed in ("*", origin)
    start, port = allowed.removesuffix(":*"), origin.removeprefix(allowed.removesuffix("*"))
    return origin == start or (port != origin and port.isdecimal())


def _foreign(request: HttpRequest) -> Iterator[str]:
    """The origins that a request names, except that of the sandbox itself."""
    named = (request.headers.get(name) for name in _HEADERS)
    return (origin for origin in named if origin is not None and origin.lower() != request.base.lower())


def preflight(backend: SandboxBackend, request: HttpRequest) -> HttpResponse | None:
    """The response to a preflight request; None for any other request."""
    wanted = request.headers.get("access-control-request-method")
    if request.method != "OPTIONS" or wanted is None or "origin" not in request.headers:
        return None
    check_origin(backend, request)
    headers = {
        "access-control-allow-methods": ", ".join(sorted({*_methods(request), wanted})),
        "access-control-allow-headers": request.headers.get("access-control-request-headers", ""),
        "access-control-max-age": _LASTS,
        "vary": "Access-Control-Request-Method, Access-Control-Request-Headers",
    }
    return HttpResponse(204, headers={name: value for name, value in headers.items() if value})


def _methods(request: HttpRequest) -> Iterator[str]:
    """The methods that an address has."""
    for page in catalogue().at(request.path.rstrip("/")):
        yield from page.methods
        yield from (method for rel, method in HANDLERS if rel == page.rel)
    yield from (method for path, method in SERVICES if path == request.path.lower().rstrip("/"))


def sharing_headers(backend: SandboxBackend, request: HttpRequest, known: Iterable[str]) -> dict[str, str]:
    """The headers that let the page of a request read the response; ``known`` are the headers of that response."""
    origin = request.headers.get("origin")
    if origin is None or not is_allowed(backend, origin):
        return {} if origin is None else {"vary": "Origin"}
    return {
        "access-control-allow-origin": origin,
        "access-control-allow-credentials": "true",
        "access-control-expose-headers": ", ".join(sorted({*known} - {"vary"})),
        "vary": "Origin",
    }
