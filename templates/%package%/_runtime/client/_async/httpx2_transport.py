"""Exchanges over an httpx2 client: one of the user, which stays open, or one of these options."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import anyio
import httpcore2
import httpx2

from ...calls.errors import TransportError
from ...http.messages import Request, Response
from ..transport.adapter import failed, held, incoming, outgoing, read_already
from ..transport.inflate import BoundedBody
from ..transport.options import SHARED, alone, opened
from ..transport.pools import FAULTS, Pool, Pools, as_of_client, fields


class AsyncHttpx2Transport:
    """The connections of one httpx2 client, in one event loop."""

    def __init__(self, http: httpx2.AsyncClient | None, options: Mapping[str, Any], largest: int) -> None:
        self._http = opened(httpx2.AsyncClient, options) if http is None else http
        self._is_ours = http is None
        self._options = options
        self._largest = largest
        has_hooks = any((options.get("event_hooks") or {}).values())
        is_alone = self._is_ours and not options.keys() & SHARED
        self._pools = Pools(self._http) if is_alone and not has_hooks else None

    async def exchange(self, request: Request, seconds: float) -> Response | TransportError:
        """The answer or the error."""
        try:
            pool = self._pools.of(request.url) if self._pools else None
            if pool is None:
                return await self._by_client(request, seconds)
            return await self._by_pool(pool, request, seconds)
        except TransportError as fault:
            return fault
        except (httpx2.HTTPError, httpx2.InvalidURL) as fault:
            return failed(request, fault)
        except FAULTS as fault:
            return failed(request, as_of_client(fault))

    async def _by_client(self, request: Request, seconds: float) -> Response:
        sent = outgoing(request, self._http, seconds)
        received = await self._http.send(sent, stream=True, auth=None, follow_redirects=False)
        try:
            return self._answer(received, incoming(request, received, await self._read(received)))
        finally:
            with anyio.CancelScope(shield=True):
                await received.aclose()

    async def _by_pool(self, pool: Pool, request: Request, seconds: float) -> Response:
        received = await pool.pool.handle_async_request(pool.request(request, seconds))
        try:
            headers = fields(received.headers)
            body = BoundedBody(headers.get("content-encoding", ""), self._largest)
            async for chunk in received.stream:
                body.add(chunk)
            return self._answer(received, Response(received.status, headers, body.whole(), request.url))
        finally:
            await received.stream.aclose()  # which protects itself from being cancelled

    def _answer(self, received: httpx2.Response | httpcore2.Response, response: Response) -> Response:
        """What an exchange gives."""
        return response

    async def _read(self, received: httpx2.Response) -> bytes:
        known = read_already(received, self._largest)
        if known is not None:
            return known
        body = BoundedBody(received.headers.get("content-encoding", ""), self._largest)
        async for chunk in received.aiter_raw():
            body.add(chunk)
        return body.whole()

    def line(self) -> AsyncHttpx2Line:
        """The same for one flow, with one connection; with connections of the user, over these."""
        if self._is_ours and not self._options.keys() & SHARED:
            return AsyncHttpx2Line(None, alone(self._options), self._largest)
        return AsyncHttpx2Line(self._http, self._options, self._largest)

    async def close(self) -> None:
        """Close the client, unless it is of the user."""
        if self._is_ours:
            await self._http.aclose()


class AsyncHttpx2Line(AsyncHttpx2Transport):
    """Exchanges that give what is known of their connection."""

    def _answer(self, received: httpx2.Response | httpcore2.Response, response: Response) -> Response:
        return held(response, received)
