"""Spans of OpenTelemetry: one for each exchange, with its outcome and no secret; none where it is not installed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import opentelemetry.trace
import pytest
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

from ucwa2 import Client, Link, PasswordGrant, Policy, Request, Response
from ucwa2._runtime.client.transport import logs, spans
from ucwa2.errors import TransportError, UcwaError
from ucwa2.sandbox import running

CANARY = "c4n4ry"


@pytest.fixture
def exporter(monkeypatch: pytest.MonkeyPatch) -> Iterator[InMemorySpanExporter]:
    """The spans that the SDK exports, without making it the global provider."""
    found, provider = InMemorySpanExporter(), TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(found))
    monkeypatch.setattr(opentelemetry.trace, "get_tracer", provider.get_tracer)
    monkeypatch.setattr(opentelemetry.trace, "get_tracer_provider", lambda: provider)
    yield found
    provider.shutdown()


def one(exporter: InMemorySpanExporter) -> ReadableSpan:
    (found,) = exporter.get_finished_spans()
    return found


def test_an_exchange_is_a_span_with_its_address_and_status(exporter: InMemorySpanExporter) -> None:
    asked = Request("GET", f"https://POOL.contoso.com/x?key={CANARY}&ack=1", {"Authorization": CANARY}, b"")
    with spans.span(asked) as span:
        spans.answered(span, Response(200))
    found = one(exporter)
    assert (found.name, found.kind, found.status.status_code) == ("GET", SpanKind.CLIENT, StatusCode.UNSET)
    assert dict(found.attributes or {}) == {
        "http.request.method": "GET",
        "http.response.status_code": 200,
        "server.address": "pool.contoso.com",
        "server.port": 443,
        "url.full": "https://POOL.contoso.com/x?key=…&ack=1",
    }
    assert CANARY not in found.to_json()


def test_secret_of_a_client_in_an_address_is_hidden(exporter: InMemorySpanExporter) -> None:
    asked = Request("GET", f"https://a.de/{CANARY}", {}, b"")
    with logs.hiding(lambda text: text.replace(CANARY, "…")), spans.span(asked):
        pass
    assert dict(one(exporter).attributes or {})["url.full"] == "https://a.de/…"


@pytest.mark.parametrize(
    ("status", "is_error"), [(204, False), (304, False), (399, False), (400, True), (401, True), (503, True)]
)
def test_an_error_of_the_server_is_one_of_the_span(exporter: InMemorySpanExporter, status: int, is_error: bool) -> None:
    with spans.span(Request("GET", "http://127.0.0.1:8080/", {}, b"")) as span:
        spans.answered(span, Response(status))
    found = one(exporter)
    attributes = found.attributes or {}
    assert attributes["server.port"] == 8080
    assert attributes.get("error.type") == (str(status) if is_error else None)
    assert found.status.status_code is (StatusCode.ERROR if is_error else StatusCode.UNSET)


def test_an_exchange_that_failed_says_how_and_not_why(exporter: InMemorySpanExporter) -> None:
    with spans.span(Request("GET", "https://pool.contoso.com/", {}, b"")) as span:
        spans.failed(span, TransportError(f"Bearer {CANARY}"))
    found = one(exporter)
    assert (found.attributes or {})["error.type"] == "TransportError"
    assert found.status.status_code is StatusCode.ERROR
    assert CANARY not in found.to_json()


def test_what_breaks_off_an_exchange_is_not_quoted(exporter: InMemorySpanExporter) -> None:
    """An exception of a user's hook passes through."""
    with pytest.raises(RuntimeError), spans.span(Request("GET", "https://pool.contoso.com/", {}, b"")):
        raise RuntimeError(f"Bearer {CANARY}")
    assert CANARY not in one(exporter).to_json()


def test_each_exchange_of_a_client_is_a_span(exporter: InMemorySpanExporter) -> None:
    with running() as sandbox:
        url = f"{sandbox.url}/"
        client = Client(url, PasswordGrant("ann@contoso.com", "secret"), policy=Policy(attempts=1))
        client.open()
        with pytest.raises(UcwaError):
            client.send(Link(f"{url}nowhere?token={CANARY}").call("GET"))
        client.close()
        tokens = [*sandbox.backend.tokens]
    found = exporter.get_finished_spans()
    assert [(span.attributes or {})["http.response.status_code"] for span in found] == [200, 401, 200, 200, 404]
    assert all((span.attributes or {})["server.address"] == "127.0.0.1" for span in found)
    text = "".join(span.to_json() for span in found)
    assert [secret for secret in (*tokens, CANARY, "secret") if secret in text] == []


def test_where_it_is_not_installed_there_is_no_span(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opentelemetry", None)
    spans._tracing.cache_clear()
    try:
        with spans.span(Request("GET", "https://pool.contoso.com/", {}, b"")) as span:
            spans.answered(span, Response(500))
            spans.failed(span, TransportError("x"))
        assert span is None
    finally:
        spans._tracing.cache_clear()


def test_nothing_is_imported_for_it_before_there_is_an_exchange() -> None:
    code = "import sys, ucwa2; ucwa2.Client; ucwa2.AsyncClient; print(*(n for n in sys.modules if 'telemetry' in n))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_without_tracing_there_is_no_span() -> None:
    """Without a recording tracer no span is made, because it would only cost time."""
    with spans.span(Request("GET", "https://pool.contoso.com/", {}, b"")) as span:
        assert span is None
