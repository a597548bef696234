"""The sandbox as an ASGI application, and on a port of its own in a thread."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from . import control
from .faults import Fault, refusal, spoilt
from .messages import Answer, Asked, Refused
from .server import Pending, handle, look, rendered
from .world import World

LARGEST = 4 * 1024 * 1024
_TICK = 0.05


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
    try:
        asked = await _asked(request)
    except Refused as refused:
        return Response(status_code=refused.status)
    if asked.path.startswith(f"{control.PATH}/"):
        return _response(asked, _controlled(world, asked, request))
    world.asked.append(asked)
    fault = world.faults.due(asked)
    if fault is None:
        return _response(asked, await _found(world, asked, request))
    return await _faulty(world, asked, request, fault)


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
        return Broken(b"", 0, None)
    instead = refusal(fault)
    if instead is not None:
        return _response(asked, instead)
    _lose(world, asked, fault)
    found = await _found(world, asked, request)
    if fault.kind == "late":
        await asyncio.sleep(fault.seconds)
    response = _response(asked, spoilt(fault, found) if isinstance(found, Answer) else found)
    if fault.kind in ("truncate", "drop-after"):
        return Broken(bytes(response.body), len(response.body) // 2 if fault.kind == "truncate" else 0, response)
    return response


def _lose(world: World, asked: Asked, fault: Fault) -> None:
    """Forget the token, the application or the channel of a request."""
    with world.lock:
        if fault.kind == "expire-token":
            token = world.tokens.get(asked.headers.get("authorization", "").partition(" ")[2])
            if token is not None:
                token.until = 0.0
        steps = asked.path.split("/")
        application = world.applications.get(steps[4]) if len(steps) > 4 else None
        if application is not None and fault.kind == "lose-application":
            world.lose(application)
        if application is not None and fault.kind == "lose-channel":
            application.channel.lose()


def _controlled(world: World, asked: Asked, request: Request) -> Answer | Refused:
    try:
        return control.answer(world, asked, request.client.host if request.client else "")
    except Refused as refused:
        return refused


def _response(asked: Asked, found: Answer | Refused) -> Response:
    status, headers, content = rendered(asked, found)
    response = Response(content, status)
    for name, value in headers.items():
        for line in value.split("\n"):
            response.raw_headers.append((name.encode(), line.encode()))
    return response


class Broken(Response):
    """An answer that stops in the middle, or never begins: the connection is closed on the client."""

    def __init__(self, content: bytes, upto: int, like: Response | None) -> None:
        super().__init__(b"", like.status_code if like else 200)
        self._part = content[:upto]
        self._start = None if like is None else {"status": like.status_code, "headers": like.raw_headers}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._start is not None:
            await send({"type": "http.response.start", **self._start})
            await send({"type": "http.response.body", "body": self._part, "more_body": True})
        transport = getattr(getattr(send, "__self__", None), "transport", None)
        if transport is None:
            raise ConnectionAbortedError("a fault that was asked for")
        await asyncio.sleep(0)
        if self._start is None:
            transport.abort()
        else:
            transport.close()


async def _asked(request: Request) -> Asked:
    content = b""
    async for chunk in request.stream():
        content += chunk
        if len(content) > LARGEST:
            raise Refused(413, "EntityTooLarge")
    headers = {name.lower(): value for name, value in request.headers.items()}
    base = f"{request.url.scheme}://{headers.get('host', request.url.netloc)}"
    raw = request.scope.get("raw_path", request.url.path.encode()).decode("ascii", "replace").partition("?")[0]
    target = f"{raw}?{request.url.query}" if request.url.query else raw
    return Asked(request.method, base, target, headers, content)


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


@dataclass(frozen=True, slots=True)
class Running:
    """A sandbox that listens."""

    url: str
    world: World


@contextmanager
def running(world: World | None = None, *, port: int = 0, **options: Any) -> Iterator[Running]:
    """Serve on a free port of this machine, in a thread, for as long as the block lasts."""
    import uvicorn

    known = world or World()
    served = app(known)
    config = uvicorn.Config(
        served,
        host="127.0.0.1",
        port=port,
        log_level="critical",
        lifespan="off",
        timeout_graceful_shutdown=1,
        **options,
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        while not server.started:
            if not thread.is_alive():
                raise RuntimeError("the sandbox could not start")
            threading.Event().wait(_TICK / 10)
        number = server.servers[0].sockets[0].getsockname()[1]
        scheme = "https" if config.is_ssl else "http"
        yield Running(f"{scheme}://127.0.0.1:{number}", known)
    finally:
        served.stop()
        server.should_exit = True
        thread.join(5)
