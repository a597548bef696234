"""Exchanges over pyreqwest, in the calling thread; those of the main thread in a thread of their own."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from threading import current_thread, main_thread
from time import monotonic
from typing import Any

from pyreqwest.client import SyncClientBuilder
from pyreqwest.exceptions import PyreqwestError

from ...calls.errors import TransportError
from ...http.messages import Request, Response
from ..transport.inflate import BoundedBody
from ..transport.libraries import for_httpx2
from ..transport.logs import NAME
from ..transport.options import alone
from ..transport.reqwest import configured, failed, fields, forked, prepared
from .httpx2_transport import Httpx2Line

_LEAST = 0.001
"""Seconds of the shortest limit, because a limit below zero is an error of the library."""


class PyreqwestTransport:
    """The connections of one client of pyreqwest; safe between threads."""

    def __init__(self, options: Mapping[str, Any], largest: int) -> None:
        try:
            self._http = configured(SyncClientBuilder(), options).build()
        except RuntimeError as fault:
            raise forked(fault) from None
        self._options = options
        self._largest = largest
        self._aside = ThreadPoolExecutor(thread_name_prefix=NAME)

    def exchange(self, request: Request, end: float) -> Response | TransportError:
        """The answer or the error. The main thread waits for another one, because no signal interrupts the library."""
        if current_thread() is not main_thread():
            return self._exchange(request, end)
        context = copy_context()
        return self._aside.submit(lambda: context.run(self._exchange, request, end)).result()

    def _exchange(self, request: Request, end: float) -> Response | TransportError:
        try:
            with prepared(self._http, request, max(end - monotonic(), _LEAST)) as received:
                body = BoundedBody(received.get_header("content-encoding") or "", self._largest)
                reader = received.body_reader
                while (chunk := reader.read_chunk()) is not None:
                    body.add(bytes(chunk))
                return Response(received.status, fields(received), body.whole(), request.url)
        except TransportError as fault:
            return fault
        except PyreqwestError as fault:
            return failed(request, fault)

    def line(self) -> Httpx2Line:
        """A transport of httpx2, because pyreqwest does not tell connections apart."""
        return Httpx2Line(None, alone(for_httpx2(self._options)), self._largest)

    def close(self) -> None:
        """Close the connections that are idle, and end the waits for others."""
        self._http.close()
        self._aside.shutdown(wait=False)
