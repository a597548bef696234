"""The sandbox as an ASGI application: requests in, responses out, faults on demand between."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from types import NoneType
from urllib.parse import quote

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from ..handlers.origins import preflight, sharing_headers
from ..handlers.rewrite_links import with_rewritten_links
from ..http.compression import packed, unpacked
from ..http.formats import rendered
from ..http.messages import HttpError, HttpRequest, HttpResponse
from ..roles.long_poll import due_response
from ..state.backend import LongPoll, SandboxBackend
from ..state.faults import Fault, apply_effect, refusal
from .broken_response import BrokenResponse
from .control import PATH, check_origin, control
from .dispatch import handle
from .overview import FOLDER, wants_page
from .watching import watching

Serve = Callable[[SandboxBackend, HttpRequest, Request], Awaitable[Response]]
LARGEST = 4 * 1024 * 1024
_LOG = logging.getLogger(__name__)


class App:
    """A sandbox to run in process, or by any ASGI server. ``backend`` is its state."""

    def __init__(self, backend: SandboxBackend | None = None) -> None:
        if not isinstance(backend, (SandboxBackend, NoneType)):
            raise ValueError(f"give a `SandboxBackend`, such as `SandboxBackend(users)`, not {type(backend).__name__}")
        self.backend = backend or SandboxBackend()
        self._stopped = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            with suppress(ClientDisconnect):
                response = await respond(self.backend, Request({**scope, "app": self}, receive))
                await response(scope, receive, send)

    @property
    def stopped(self) -> bool:
        """Whether long polls are to end."""
        return self._stopped

    def stop(self) -> None:
        """End all long polls."""
        self._stopped = True
        self.backend.notify()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} with {self.backend!r}>"


def app(backend: SandboxBackend | None = None) -> App:
    """A sandbox with two users, or with a backend of your own."""
    return App(backend)


async def respond(backend: SandboxBackend, incoming: Request) -> Response:
    """The response to a request, or the fault that hits it; who opens the root in a browser is led to the page."""
    request = _request(incoming)
    if request.path.startswith(f"{PATH}/"):
        return await _guarded(_controlled, backend, request, incoming)
    if wants_page(request):
        return _response(request, HttpResponse(302, headers={"location": f"{PATH}/{FOLDER}/", "vary": "Accept"}))
    begun = time.monotonic()
    response = await _guarded(_served, backend, request, incoming)
    _note(backend, request, response, getattr(incoming.state, "fault", ""), time.monotonic() - begun)
    more = sharing_headers(backend, request, response.headers)
    response.raw_headers += [(name.encode("latin-1"), value.encode("latin-1")) for name, value in more.items()]
    return response


def _note(backend: SandboxBackend, request: HttpRequest, response: Response, fault: str, seconds: float) -> None:
    """Tell those who watch of a request."""
    token = backend.tokens.get(request.headers.get("authorization", "").partition(" ")[2])
    backend.feed.add(
        "request",
        method=request.method,
        target=request.target,
        status=0 if isinstance(response, BrokenResponse) else response.status_code,
        user=token.user.name if token else "",
        fault=fault,
        milliseconds=round(seconds * 1000),
    )


async def _guarded(serve: Serve, backend: SandboxBackend, request: HttpRequest, incoming: Request) -> Response:
    """The response of a function, or that of the error which it raises."""
    try:
        content = unpacked(request.headers.get("content-encoding", ""), await _content(incoming), LARGEST)
        return await serve(backend, replace(request, content=content), incoming)
    except HttpError as error:
        return _response(request, error)
    except ClientDisconnect:
        raise
    except Exception:
        _LOG.exception("%s %s failed", request.method, request.path)
        return _response(request, HttpError(500, message="the sandbox itself has failed: see its log"))


async def _controlled(backend: SandboxBackend, request: HttpRequest, incoming: Request) -> Response:
    """The response of the control address."""
    client, server = incoming.client, incoming.scope.get("server")
    hosts = client.host if client else "", server[0] if server else ""
    if (request.path, request.method) == (f"{PATH}/watch", "GET"):
        check_origin(request, *hosts)
        return watching(backend, request, incoming)
    return _response(request, control(backend, request, *hosts))


async def _served(backend: SandboxBackend, request: HttpRequest, incoming: Request) -> Response:
    """The response of the API."""
    backend.log(request)
    found = preflight(backend, request)
    if found is not None:
        return _response(request, found)
    fault = backend.faults.due(request)
    if fault is None:
        return _response(request, await _handled(backend, request, incoming))
    incoming.state.fault = fault.kind
    return await _faulty(backend, request, incoming, fault)


async def _handled(backend: SandboxBackend, request: HttpRequest, incoming: Request) -> HttpResponse | HttpError:
    """The response of the handler; of a long poll, once it is due."""
    try:
        found = handle(backend, request)
        return await _wait(backend, found, incoming) if isinstance(found, LongPoll) else found
    except HttpError as error:
        return error


async def _faulty(backend: SandboxBackend, request: HttpRequest, incoming: Request, fault: Fault) -> Response:
    """The response to a request that a fault hits before, in place of, or after its handler."""
    if fault.kind == "latency":
        await asyncio.sleep(fault.seconds)
    elif fault.kind in ("drop-before", "reset"):
        return BrokenResponse(is_reset=fault.kind == "reset")
    instead = refusal(fault)
    if instead is not None:
        return _response(request, instead)
    apply_effect(backend, request, fault)
    found = await _handled(backend, request, incoming)
    if fault.kind == "late":
        await asyncio.sleep(fault.seconds)
    response = _response(request, with_rewritten_links(fault, found) if isinstance(found, HttpResponse) else found)
    if fault.kind in ("truncate", "drop-after"):
        return BrokenResponse(response, len(response.body) // 2 if fault.kind == "truncate" else 0)
    return response


def _response(request: HttpRequest, found: HttpResponse | HttpError) -> Response:
    status, headers, content = rendered(request, found)
    kind = next((value for name, value in headers if name == "content-type"), None)
    content, more = packed(request.headers.get("accept-encoding", ""), kind, content)
    response = Response(b"" if request.method == "HEAD" else content, status)
    if request.method == "HEAD":
        response.headers["content-length"] = str(len(content))
    all_headers = [*headers, *more.items()]
    response.raw_headers += [(name.encode("latin-1"), value.encode("latin-1")) for name, value in all_headers]
    return response


def _request(incoming: Request) -> HttpRequest:
    """The head of a request; its target may be malformed."""
    scope = incoming.scope
    headers = {name.lower(): value for name, value in incoming.headers.items()}
    host, port = scope.get("server") or ("localhost", None)
    base = f"{scope['scheme']}://{headers.get('host') or (f'{host}:{port}' if port else host)}"
    path = (scope.get("raw_path") or quote(scope["path"]).encode()).decode("ascii", "replace").partition("?")[0]
    query = scope.get("query_string", b"").decode("ascii", "replace")
    connection = "{}:{}".format(*scope["client"]) if scope.get("client") else ""
    return HttpRequest(incoming.method, base, f"{path}?{query}" if query else path, headers, connection=connection)


async def _content(incoming: Request) -> bytes:
    content = b""
    async for chunk in incoming.stream():
        content += chunk
        if len(content) > LARGEST:
            raise HttpError(413, message=f"the limit is {LARGEST} bytes")
    return content


async def _wait(backend: SandboxBackend, poll: LongPoll, incoming: Request) -> HttpResponse:
    """The response of a long poll, as soon as it is due; raises ``ClientDisconnect`` if the client has gone."""
    loop, woken = asyncio.get_running_loop(), asyncio.Event()

    def wake() -> None:
        loop.call_soon_threadsafe(woken.set)

    backend.changed.append(wake)
    try:
        while True:
            found = due_response(backend, poll)
            if found is not None:
                return found
            if incoming.app.stopped or await incoming.is_disconnected():
                raise ClientDisconnect
            woken.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(woken.wait(), _pause(backend, poll))
    finally:
        backend.changed.remove(wake)
        with backend.lock:
            poll.channel.leave(poll.ticket)


def _pause(backend: SandboxBackend, poll: LongPoll) -> float:
    """Seconds until an event, a delayed call or the end of the poll is due."""
    times = (poll.until, poll.channel.due_at(), backend.next_at())
    soonest = min(time for time in times if time is not None)
    return min(max(soonest - backend.clock(), 0.001), 1.0)
