"""The facts of one edition's pages come in, their rows go out. A row that a page gives twice is there twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from ucwagen.capture.read.facts import OperationFact, PageFacts
from ucwagen.counts.rows import KINDS, CountedRow, Kind, Rows, error_key, row

Found = Iterator[tuple[Kind, CountedRow]]


def of_pages(pages: Iterable[PageFacts]) -> Rows:
    """The rows of the pages, by kind."""
    found: dict[Kind, list[CountedRow]] = {kind: [] for kind in KINDS}
    for kind, one in chain.from_iterable(map(_page, pages)):
        found[kind].append(one)
    found["codes and subcodes"] = list(dict.fromkeys(found["codes and subcodes"]))
    return {kind: tuple(rows) for kind, rows in found.items()}


def _page(page: PageFacts) -> Found:
    name = page.name
    yield ("enumerations" if page.kind == "enum" else "resources"), row(name)
    yield from (("properties", row(name, "properties", fact.name)) for fact in page.properties)
    yield from (("links", row(name, "links", fact.rel)) for fact in page.links)
    yield from (("scopes", row(name, "scopes", fact.name)) for fact in page.scopes)
    yield from (("members", row(name, "members", fact.name)) for fact in page.members)
    reasons = (*page.reasons, *(reason for call in page.operations for reason in call.reasons))
    yield from (("reasons", row(name, "reasons", error_key(fact.code, fact.subcode))) for fact in reasons)
    for event in page.events:
        yield "events", row(name, "events", event.type.lower(), event.resource)
    samples = (event for event in page.events if event.sample)
    yield from (("event samples", row(name, "event samples", index)) for index, _ in enumerate(samples))
    for call in page.operations:
        yield from _operation(name, call)


def _operation(name: str, call: OperationFact) -> Found:
    at = f"operations.{call.method}"
    yield "operations", row(name, at)
    if call.samples:
        yield "operations with samples", row(name, at)
    yield from (("query parameters", row(name, at, "parameters", fact.name)) for fact in call.query)
    yield from (("body parameters", row(name, at, "parameters", fact.name)) for fact in call.body)
    for error in call.errors:
        yield "errors", row(name, at, "errors", error_key(error.error, error.subcode))
        yield "codes and subcodes", row("", error.error, error.code, error.subcode)
    seen: dict[str, int] = {}
    for sample in call.samples:
        words = f"{sample.format} {sample.kind}"
        seen[words] = seen.get(words, -1) + 1
        yield "messages", row(name, at, words, seen[words])
