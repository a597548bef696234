"""The facts of one page in one edition come in; the same with every sample parsed, and what they show, go out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ucwagen.capture.infer.evidence import Evidence, is_resource, of_events, of_messages, rel_of, together
from ucwagen.capture.infer.parsed_samples import ParsedSample, events, parse
from ucwagen.capture.read.facts import EventFact, OperationFact, PageFacts


@dataclass(frozen=True, slots=True)
class ResponseEvidence:
    """What the samples of a response show as a whole."""

    has_body: bool = False
    has_location: bool = False
    rels: frozenset[str | None] = frozenset()
    """The rels of the bodies; None for a body without one."""
    is_resource: bool = False
    """Whether a body is a representation at all."""


@dataclass(frozen=True, slots=True)
class ObservedOperation:
    """An operation, its samples, and what its responses show."""

    fact: OperationFact
    samples: tuple[ParsedSample, ...]
    response: ResponseEvidence

    def media_types(self, kind: str) -> tuple[str, ...]:
        """The content types of the requests or of the responses."""
        found = (parsed.media_type for parsed in self.samples if parsed.sample.kind == kind)
        return tuple(dict.fromkeys(filter(None, found)))


@dataclass(frozen=True, slots=True)
class ObservedEvent:
    """An event row, its sample, and the type of the event: as its sample shows it, or else as the row states it."""

    fact: EventFact
    sample: ParsedSample | None
    type: str


@dataclass(frozen=True, slots=True)
class ObservedPage:
    """A page in one edition. ``evidence`` is what the messages of its operations show, ``happened`` its events."""

    facts: PageFacts
    operations: tuple[ObservedOperation, ...]
    events: tuple[ObservedEvent, ...]
    evidence: Evidence
    happened: Evidence


def observe(page: PageFacts) -> ObservedPage:
    """The page with its samples parsed."""
    operations = tuple(map(_operation, page.operations))
    happened = tuple(map(_event, page.events))
    return ObservedPage(
        page,
        operations,
        happened,
        together(of_messages(page.name, one.fact.method, one.samples) for one in operations),
        of_events(event.sample for event in happened if event.sample),
    )


def _operation(fact: OperationFact) -> ObservedOperation:
    samples = tuple(map(parse, fact.samples))
    return ObservedOperation(fact, samples, _response(parsed for parsed in samples if parsed.sample.kind == "response"))


def _event(fact: EventFact) -> ObservedEvent:
    sample = parse(fact.sample) if fact.sample else None
    first = next(events(sample.tree if sample else None), {})
    return ObservedEvent(fact, sample, str(first.get("type") or fact.type.lower()))


def _response(responses: Iterable[ParsedSample]) -> ResponseEvidence:
    return any_of(_one_response(parsed) for parsed in responses)


def _one_response(parsed: ParsedSample) -> ResponseEvidence:
    root = _root(parsed.tree)
    return ResponseEvidence(
        has_body=bool(parsed.message.body.strip()),
        has_location=parsed.has_header("location"),
        rels=frozenset({root[1]} if root else ()),
        is_resource=bool(root and root[0]),
    )


def any_of(found: Iterable[ResponseEvidence]) -> ResponseEvidence:
    """What any of the responses show."""
    parts = tuple(found)
    return ResponseEvidence(
        has_body=any(part.has_body for part in parts),
        has_location=any(part.has_location for part in parts),
        rels=frozenset().union(*(part.rels for part in parts)),
        is_resource=any(part.is_resource for part in parts),
    )


def _root(tree: Any) -> tuple[bool, str | None] | None:
    """Whether a body is a representation, and its rel."""
    if isinstance(tree, Mapping):
        return bool({"rel", "_links"} & set(tree)), rel_of(tree)
    if tree is not None:
        return is_resource(tree), tree.get("rel")
    return None
