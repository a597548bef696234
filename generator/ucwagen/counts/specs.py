"""The linked model and the examples come in, their rows go out: what the specs hold, shared rows expanded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from ucwagen.counts.rows import KINDS, CountedRow, Kind, Rows, error_key, row
from ucwagen.model.types.api import Api, Enumeration, Operation, Place, Resource
from ucwagen.source.http import Example

Found = Iterator[tuple[Kind, CountedRow]]


def of_specs(api: Api, examples: Mapping[str, Iterable[Example]]) -> Rows:
    """The rows of the specs, by kind; ``examples`` are those of each page."""
    found: dict[Kind, list[CountedRow]] = {kind: [] for kind in KINDS}
    parts = (map(_resource, api.resources), map(_enumeration, api.enums))
    shown = (_examples(page, rows) for page, rows in examples.items())
    for kind, one in chain.from_iterable(chain(*parts, shown)):
        found[kind].append(one)
    found["codes and subcodes"] = list(dict.fromkeys(found["codes and subcodes"]))
    found["operations with samples"] = list(dict.fromkeys(found["operations with samples"]))
    return {kind: tuple(rows) for kind, rows in found.items()}


def _resource(resource: Resource) -> Found:
    page, stated = resource.ref.page, resource.stated
    yield "resources", row(page)
    yield from (("properties", row(page, "properties", each.name)) for each in stated.properties)
    yield from (("links", row(page, "links", each.rel)) for each in (*stated.links, *stated.embedded))
    yield from (("scopes", row(page, "scopes", each)) for each in resource.scopes)
    yield from (("events", row(page, "events", each.type, each.resource)) for each in resource.events)
    yield from (("shortcuts", row(page, "shortcuts", each.name)) for each in resource.shortcuts)
    for operation in resource.operations:
        yield from _operation(page, operation)


def _operation(page: str, operation: Operation) -> Found:
    at = f"operations.{operation.method}"
    yield "operations", row(page, at)
    for parameter in operation.parameters:
        one = row(page, at, "parameters", parameter.name)
        if Place.QUERY in parameter.places:
            yield "query parameters", one
        if Place.BODY in parameter.places:
            yield "body parameters", one
    for error in operation.errors:
        yield "errors", row(page, at, "errors", error_key(error.error.name, error.subcode))
        yield "codes and subcodes", row("", error.error.name, error.code, error.subcode)
    for reason in operation.reasons:
        yield "reasons", row(page, "reasons", error_key(reason.code, reason.subcode))


def _enumeration(enum: Enumeration) -> Found:
    yield "enumerations", row(enum.name)
    yield from (("members", row(enum.name, "members", member.name)) for member in enum.members)


def _examples(page: str, examples: Iterable[Example]) -> Found:
    seen: Counter[str] = Counter()
    for example in examples:
        is_event = example.direction == "event"
        at = "event samples" if is_event else f"operations.{example.method}.{example.format} {example.direction}"
        named = row(page, example.edition, at)
        kind: Kind = "event samples" if is_event else "messages"
        yield kind, row(page, example.edition, at, seen[named.at])
        seen[named.at] += 1
        if not is_event:
            yield "operations with samples", row(page, f"operations.{example.method}")
