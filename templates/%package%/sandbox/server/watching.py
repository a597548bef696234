"""Server-sent events: what happens in the sandbox, as it happens."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

from starlette.requests import Request
from starlette.responses import StreamingResponse

from ..http.messages import HttpRequest
from ..state.backend import SandboxBackend

_BEAT = 1.0
"""Seconds after which a stream looks whether the sandbox ends."""
_BEATS = 15
"""Beats without an entry after which a comment shows that the stream is alive."""


def watching(backend: SandboxBackend, request: HttpRequest, incoming: Request) -> StreamingResponse:
    """A stream that begins after the entry that the watcher has seen last, or with the oldest."""
    seen = request.headers.get("last-event-id", "")
    stream = _entries(backend, int(seen) if seen.isdecimal() and len(seen) < 16 else 0, incoming)
    headers = {"cache-control": "no-store", "x-content-type-options": "nosniff"}
    return StreamingResponse(stream, media_type="text/event-stream", headers=headers)


async def _entries(backend: SandboxBackend, seen: int, incoming: Request) -> AsyncIterator[str]:
    loop, woken = asyncio.get_running_loop(), asyncio.Event()

    def wake() -> None:
        with suppress(RuntimeError):  # the loop has ended
            loop.call_soon_threadsafe(woken.set)

    backend.feed.changed.append(wake)
    try:
        yield "retry: 1000\n\n"
        quiet = 0
        while not incoming.app.stopped:
            woken.clear()
            found = backend.feed.after(seen)
            if found:
                seen, quiet = found[-1]["number"], 0
                yield "".join(map(_written, found))
                continue
            with suppress(TimeoutError):
                await asyncio.wait_for(woken.wait(), _BEAT)
            quiet += not woken.is_set()
            if quiet and quiet % _BEATS == 0:
                yield ": alive\n\n"
    finally:
        backend.feed.changed.remove(wake)


def _written(entry: dict[str, Any]) -> str:
    return f"id: {entry['number']}\ndata: {json.dumps(entry)}\n\n"
