"""The sandbox as an ASGI application: requests in, answers out, and what goes wrong between."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from dataclasses import replace
from urllib.parse import quote

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from . import control
from .breaking import Broken
from .faults import Fault, refusal
from .messages import Answer, Asked, Pending, Refused
from .server import handle, lose, rendered
from .spoiling import spoilt
from .waiting import look
from .world import World

LARGEST = 4 * 1024 * 1024
_LOG = logging.getLogger(__name__)


class App:
    """A sandbox to run in process, or by any ASGI server."""

    def __init__(self, world: World | None = None) -> None:
        self.world = world or World()
        self._stopped = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            with suppress(ClientDisconnect):
                response = await respond(self.world, Request({**scope, "app": self}, receive))
                await response(scope, receive, send)

    @property
    def stopped(self) -> bool:
        """Whether nobody is to wait any longer."""
        return self._stopped

    def stop(self) -> None:
        """End all requests that wait."""
        self._stopped = True
        self.world.notify()


def app(world: World | None = None) -> App:
    """A sandbox with two users, or with a world of your own."""
    return App(world)


async def respond(world: World, request: Request) -> Response:
    """One request to its response, or to what goes wrong with it."""
    asked = _asked(request)
    try:
        asked = replace(asked, content=await _content(request))
        if asked.path.startswith(f"{control.PATH}/"):
            return _response(asked, control.answer(world, asked, request.client.host if request.client else ""))
        world.asked.append(asked)
        fault = world.faults.due(asked)
        if fault is None:
            return _response(asked, await _found(world, asked, request))
        return await _faulty(world, asked, request, fault)
    except Refused as refused:
        return _response(asked, refused)
    except ClientDisconnect:
        raise
    except Exception:
        _LOG.exception("%s %s failed", asked.method, asked.path)
        return _response(asked, Refused(500, "ServiceFailure", message="the sandbox itself has failed: see its log"))


async def _found(world: World, asked: Asked, request: Request) -> Answer | Refused:
    """The answer, however long it takes."""
    try:
        found = handle(world, asked)
        return await _wait(world, found, request) if isinstance(found, Pending) else found
    except Refused as refused:
        return refused


async def _faulty(world: World, asked: Asked, request: Request, fault: Fault) -> Response:
    """What goes wrong before, with and after the answer."""
    if fault.kind == "latency":
        await asyncio.sleep(fault.seconds)
    elif fault.kind in ("drop-before", "reset"):
        return Broken(is_reset=fault.kind == "reset")
    instead = refusal(fault)
    if instead is not None:
        return _response(asked, instead)
    lose(world, asked, fault)
    found = await _found(world, asked, request)
    if fault.kind == "late":
        await asyncio.sleep(fault.seconds)
    response = _response(asked, spoilt(fault, found) if isinstance(found, Answer) else found)
    if fault.kind in ("truncate", "drop-after"):
        return Broken(response, len(response.body) // 2 if fault.kind == "truncate" else 0)
    return response


def _response(asked: Asked, found: Answer | Refused) -> Response:
    status, headers, content = rendered(asked, found)
    response = Response(content, status)
    response.raw_headers += [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers]
    return response


def _asked(request: Request) -> Asked:
    """The head of a request; its address may be of any form."""
    scope = request.scope
    headers = {name.lower(): value for name, value in request.headers.items()}
    host, port = scope.get("server") or ("localhost", None)
    base = f"{scope['scheme']}://{headers.get('host') or (f'{host}:{port}' if port else host)}"
    path = (scope.get("raw_path") or quote(scope["path"]).encode()).decode("ascii", "replace").partition("?")[0]
    query = scope.get("query_string", b"").decode("ascii", "replace")
    return Asked(request.method, base, f"{path}?{query}" if query else path, headers)


async def _content(request: Request) -> bytes:
    content = b""
    async for chunk in request.stream():
        content += chunk
        if len(content) > LARGEST:
            raise Refused(413, "EntityTooLarge", message=f"more than {LARGEST} bytes are not taken")
    return content


async def _wait(world: World, pending: Pending, request: Request) -> Answer:
    """The answer of a pending request, as soon as there is one; nobody's if the client has gone."""
    loop, woken = asyncio.get_running_loop(), asyncio.Event()

    def wake() -> None:
        loop.call_soon_threadsafe(woken.set)

    world.changed.append(wake)
    try:
        while True:
            found = look(world, pending)
            if found is not None:
                return found
            if request.app.stopped or await request.is_disconnected():
                raise ClientDisconnect
            woken.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(woken.wait(), _pause(world, pending))
    finally:
        world.changed.remove(wake)
        with world.lock:
            pending.application.channel.leave(pending.ticket)


def _pause(world: World, pending: Pending) -> float:
    """Seconds until something may be due."""
    times = (pending.until, pending.application.channel.due_at(), world.next_at())
    soonest = min(time for time in times if time is not None)
    return min(max(soonest - world.clock(), 0.001), 1.0)
