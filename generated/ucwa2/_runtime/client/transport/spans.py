"""A span for each exchange, where OpenTelemetry is installed; nothing where it is not. No secret is in it."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from functools import cache
from typing import Any

from ...base.redact import shown
from ...http.messages import Request, Response
from ..session.origin import origin
from .logs import NAME

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
    """What makes spans; None where nobody would see them."""
    trace = _tracing()
    if trace is None or isinstance(trace.get_tracer_provider(), trace.ProxyTracerProvider):
        return None
    return trace.get_tracer(NAME)


def span(request: Request) -> AbstractContextManager[Any]:
    """A span of the kind that clients have, named by the method."""
    tracer = _tracer()
    if tracer is None:
        return _NOTHING
    from opentelemetry.trace import SpanKind  # pyright: ignore[reportMissingImports]

    where = origin(request.url)
    members = {
        "http.request.method": request.method,
        "server.address": where.host,
        "server.port": where.port,
        "url.full": shown(request.url, None),
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
    """Note the status; for a client any of 400 or more is an error."""
    if found is None:
        return
    found.set_attribute("http.response.status_code", response.status_code)
    if response.status_code >= _FIRST_ERROR:
        _note(found, str(response.status_code))


def failed(found: Any, error: BaseException) -> None:
    """Note that no usable answer came: by the kind of error, as its words are for nobody but the caller."""
    if found is not None:
        _note(found, type(error).__name__)


def _note(found: Any, kind: str) -> None:
    from opentelemetry.trace import StatusCode  # pyright: ignore[reportMissingImports]

    found.set_attribute("error.type", kind)
    found.set_status(StatusCode.ERROR)
