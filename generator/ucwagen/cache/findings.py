"""Faults and warnings to JSON and back, each with the text that its places point into."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ucwagen.diagnostics import Diagnostic, Source, Span

Json = Any


def to_json(found: Iterable[Diagnostic]) -> Json:
    """The diagnostics, and each source once."""
    sources: dict[Source, int] = {}
    rows = [
        [
            _span(one.span, sources),
            one.message,
            [[_span(span, sources), why] for span, why in one.related],
            one.severity,
        ]
        for one in found
    ]
    return {"sources": [[source.path, source.text] for source in sources], "rows": rows}


def from_json(value: Json) -> tuple[Diagnostic, ...]:
    """The diagnostics again."""
    sources = [Source(path, text) for path, text in value["sources"]]

    def span(row: Json) -> Span:
        return Span(sources[row[0]], *row[1:])

    return tuple(
        Diagnostic(span(place), message, tuple((span(row), why) for row, why in related), severity)
        for place, message, related, severity in value["rows"]
    )


def _span(span: Span, sources: dict[Source, int]) -> Json:
    return [sources.setdefault(span.source, len(sources)), span.line, span.column, span.end]
