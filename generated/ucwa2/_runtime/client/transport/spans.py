"""A span for each exchange, if OpenTelemetry is installed. It contains no secret."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from functools import cache
from typing import Any

from ...base.redact import shown
from ...http.messages import Request, Response
from ..session.origin import origin
from .logs import NAME, repeated

_FIRST_ERROR = 400
_NOTHING = nullcontext()


@cache
def _tracing() -> Any:
    try:
        from opentelemetry import trace  # type: ignore[import-not-found,unused-ignore]  # pyright: ignore[reportMissingImports]
    except ImportError:
        return None
    return trace


def _tracer() -> Any:
    """The tracer; None if no provider records spans."""
    trace = _tracing()
    if trace is None or isinstance(trace.get_tracer_provider(), trace.ProxyTracerProvider):
        return None
    return trace.get_tracer(NAME)


def span(request: Request) -> AbstractContextManager[Any]:
    """A client span, named by the method."""
    tracer = _tracer()
    if tracer is None:
        return _NOTHING
    from opentelemetry.trace import SpanKind  # pyright: ignore[reportMissingImports]

    where = origin(request.url)
    members = {
        "http.request.method": request.method,
        "server.address": where.host,
        "server.port": where.port,
        "url.full": repeated(shown(request.url, None)),
    }
    found: AbstractContextManager[Any] = tracer.start_as_current_span(
        request.method,
        kind=SpanKind.CLIENT,
        attributes=members,
        record_exception=False,
        set_status_on_exception=False,
    )
    return found


def answered(found: Any, response: Response) -> None:
    """Record the status; for a client, 400 and above are errors."""
    if found is None:
        return
    found.set_attribute("http.response.status_code", response.status_code)
    if response.status_code >= _FIRST_ERROR:
        _note(found, str(response.status_code))


def failed(found: Any, error: BaseException) -> None:
    """Record a missing answer by the class of its error; its text is for the caller only."""
    if found is not None:
        _note(found, type(error).__name__)


def _note(found: Any, kind: str) -> None:
    from opentelemetry.trace import StatusCode  # pyright: ignore[reportMissingImports]

    found.set_attribute("error.type", kind)
    found.set_status(StatusCode.ERROR)
