"""Responses that end in the middle or never begin, over a socket and in process."""

from __future__ import annotations

import asyncio
import socket
import struct
from typing import Any

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

_AT_ONCE = struct.pack("ii", 1, 0)
"""SO_LINGER: closing drops unsent bytes and sends RST."""


class BrokenResponse(Response):
    """Closes the connection after ``upto`` bytes of the body of another response, or at once."""

    def __init__(self, like: Response | None = None, upto: int = 0, *, is_reset: bool = False) -> None:
        super().__init__(b"", like.status_code if like else 200)
        self._part = bytes(like.body)[:upto] if like else b""
        self._start = None if like is None else {"status": like.status_code, "headers": like.raw_headers}
        self._is_reset = is_reset

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._start is not None:
            await send({"type": "http.response.start", **self._start})
            await send({"type": "http.response.body", "body": self._part, "more_body": True})
        transport = getattr(getattr(send, "__self__", None), "transport", None)
        if transport is None:
            raise _in_process()
        await asyncio.sleep(0)
        if self._is_reset:
            _reset(transport)
        elif self._start is None:
            transport.abort()
        else:
            transport.close()


def _reset(transport: Any) -> None:
    """Close with RST."""
    found = transport.get_extra_info("socket")
    if found is not None:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
    transport.abort()


def _in_process() -> Exception:
    """The error that a client in this process gets for a broken connection."""
    from httpx2 import ReadError

    return ReadError("a fault that was request for")
