"""A span for each exchange, where OpenTelemetry is installed; nothing where it is not."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from ..http import Request, Response
from .logs import NAME


@cache
def _tracer() -> Any:
    try:
        from opentelemetry.trace import get_tracer  # type: ignore[import-not-found,unused-ignore]  # pyright: ignore[reportMissingImports]
    except ImportError:
        return None
    return get_tracer(NAME)


def span(request: Request) -> AbstractContextManager[Any]:
    """A span of the kind that clients have, named by the method."""
    tracer = _tracer()
    if tracer is None:
        return nullcontext()
    from opentelemetry.trace import SpanKind  # pyright: ignore[reportMissingImports]

    parts = urlsplit(request.url)
    members = {"http.request.method": request.method, "server.address": parts.hostname or "", "url.path": parts.path}
    found: AbstractContextManager[Any] = tracer.start_as_current_span(
        request.method, kind=SpanKind.CLIENT, attributes=members, record_exception=False
    )
    return found


def answered(found: Any, response: Response) -> None:
    """Note the status."""
    if found is not None:
        found.set_attribute("http.response.status_code", response.status_code)
