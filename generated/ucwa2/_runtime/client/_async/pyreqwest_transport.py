"""Exchanges over pyreqwest, in the event loop of asyncio."""

from __future__ import annotations

from asyncio import CancelledError
from collections.abc import Mapping
from typing import Any

from anyio.lowlevel import checkpoint
from pyreqwest.client import ClientBuilder
from pyreqwest.exceptions import PyreqwestError

from ...base.errors import Error
from ...calls.errors import TransportError
from ...http.messages import Request, Response
from ..transport.inflate import BoundedBody
from ..transport.libraries import for_httpx2
from ..transport.options import alone
from ..transport.reqwest import configured, failed, fields, forked, prepared
from .httpx2_transport import AsyncHttpx2Line
from .loop import is_asyncio


class AsyncPyreqwestTransport:
    """The connections of one client of pyreqwest."""

    def __init__(self, options: Mapping[str, Any], largest: int) -> None:
        if not is_asyncio():
            raise Error("pyreqwest runs under asyncio alone; leave `transport` out")
        try:
            self._http = configured(ClientBuilder(), options).build()
        except RuntimeError as fault:
            raise forked(fault) from None
        self._options = options
        self._largest = largest

    async def exchange(self, request: Request, seconds: float) -> Response | TransportError:
        """The answer or the error."""
        try:
            async with prepared(self._http, request, seconds) as received:
                body = BoundedBody(received.get_header("content-encoding") or "", self._largest)
                reader = received.body_reader
                while (chunk := await reader.read_chunk()) is not None:
                    body.add(bytes(chunk))
                return Response(received.status, fields(received), body.whole(), request.url)
        except TransportError as fault:
            return fault
        except PyreqwestError as fault:
            return failed(request, fault)
        except CancelledError:
            await checkpoint()  # a cancelled scope raises its own error, which the library has replaced
            raise

    def line(self) -> AsyncHttpx2Line:
        """A transport of httpx2, because pyreqwest does not tell connections apart."""
        return AsyncHttpx2Line(None, alone(for_httpx2(self._options)), self._largest)

    async def close(self) -> None:
        """Close the connections that are idle, and end the waits for others."""
        await self._http.close()
