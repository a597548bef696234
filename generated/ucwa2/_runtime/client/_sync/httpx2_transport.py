"""Exchanges over an httpx2 client: one of the user, which stays open, or one of these options."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from time import monotonic
from typing import Any

import httpcore2
import httpx2

from ...calls.errors import TransportError
from ...http.messages import Request, Response
from ..transport.adapter import failed, held, incoming, late, outgoing, read_already
from ..transport.inflate import BoundedBody
from ..transport.options import SHARED, alone, opened
from ..transport.pools import FAULTS, Pool, Pools, as_of_client, fields
from ..transport.sockets import watched

_LEAST = 0.001
"""Seconds of the shortest limit, because a limit below zero is an error of the library."""


class Httpx2Transport:
    """The connections of one httpx2 client; safe between threads."""

    def __init__(self, http: httpx2.Client | None, options: Mapping[str, Any], largest: int) -> None:
        self._http = opened(httpx2.Client, options) if http is None else http
        self._is_ours = http is None
        self._options = options
        self._largest = largest
        has_hooks = any((options.get("event_hooks") or {}).values())
        is_alone = self._is_ours and not options.keys() & SHARED
        self._sockets = watched(self._http) if is_alone else None
        self._pools = Pools(self._http) if is_alone and not has_hooks else None

    def exchange(self, request: Request, end: float) -> Response | TransportError:
        """The answer or the error."""
        try:
            if self._sockets is not None:
                self._sockets.until(end)
            pool = self._pools.of(request.url) if self._pools else None
            return self._by_client(request, end) if pool is None else self._by_pool(pool, request, end)
        except TransportError as fault:
            return fault
        except (httpx2.HTTPError, httpx2.InvalidURL) as fault:
            return failed(request, fault)
        except FAULTS as fault:
            return failed(request, as_of_client(fault))

    def _by_client(self, request: Request, end: float) -> Response:
        sent = outgoing(request, self._http, max(end - monotonic(), _LEAST))
        received = self._http.send(sent, stream=True, auth=None, follow_redirects=False)
        try:
            return self._answer(received, incoming(request, received, self._read(received, end, request)))
        finally:
            received.close()

    def _by_pool(self, pool: Pool, request: Request, end: float) -> Response:
        received = pool.pool.handle_request(pool.request(request, max(end - monotonic(), _LEAST)))
        try:
            headers = fields(received.headers)
            body = BoundedBody(headers.get("content-encoding", ""), self._largest)
            _collect(body, received.stream, end, request)
            return self._answer(received, Response(received.status, headers, body.whole(), request.url))
        finally:
            received.stream.close()

    def _answer(self, received: httpx2.Response | httpcore2.Response, response: Response) -> Response:
        """What an exchange gives."""
        return response

    def _read(self, received: httpx2.Response, end: float, request: Request) -> bytes:
        known = read_already(received, self._largest)
        if known is not None:
            return known
        body = BoundedBody(received.headers.get("content-encoding", ""), self._largest)
        _collect(body, received.iter_raw(), end, request)
        return body.whole()

    def line(self) -> Httpx2Line:
        """The same for one flow, with one connection; with connections of the user, over these."""
        if self._sockets is not None:
            return Httpx2Line(None, alone(self._options), self._largest)
        return Httpx2Line(self._http, self._options, self._largest)

    def close(self) -> None:
        """Fail all waits for connections of its own, and close the client, unless it is of the user."""
        if self._sockets is not None:
            self._sockets.shut()
        if self._is_ours:
            self._http.close()


class Httpx2Line(Httpx2Transport):
    """Exchanges that give what is known of their connection."""

    def _answer(self, received: httpx2.Response | httpcore2.Response, response: Response) -> Response:
        return held(response, received)


def _collect(body: BoundedBody, chunks: Iterable[bytes], end: float, request: Request) -> None:
    """Add the chunks, until the deadline."""
    for chunk in chunks:
        body.add(chunk)
        if monotonic() > end:
            raise late(request)
