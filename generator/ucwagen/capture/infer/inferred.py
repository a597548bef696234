"""The observed pages of all editions come in; what they show together goes out, each part of it inferred once."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from ucwagen.capture.infer.enumerations import members
from ucwagen.capture.infer.evidence import Evidence, together
from ucwagen.capture.infer.families import Families, families
from ucwagen.capture.infer.observed import ObservedPage
from ucwagen.capture.infer.reference import Reference, reference
from ucwagen.capture.infer.value_types import TypeContext, type_context


@dataclass(frozen=True, slots=True)
class Inferred:
    """Everything that specs are composed from, besides what people wrote."""

    reference: Reference
    evidence: Evidence
    types: TypeContext
    family: Families
    unpaged: Mapping[str, str]
    """Embedded resources without a page: the rel that their bodies bear, by the rel under which they stand."""


def infer(pages: Collection[ObservedPage], editions: Sequence[str], of_subcodes: str) -> Inferred:
    """``editions`` are newest first; ``of_subcodes`` is the enumeration of subcodes, if there is one."""
    known = reference(pages, editions)
    seen = _evidence(known)
    types = type_context(known, members(known, seen, of_subcodes))
    return Inferred(known, seen, types, families(known, seen), _unpaged(known, seen))


def _evidence(known: Reference) -> Evidence:
    """What the messages of all pages show, and after it what the events of resources show."""
    messages = (page.evidence for name in known.pages for page in known.pages[name].editions)
    happened = (page.happened for name in known.resources for page in known.pages[name].editions)
    return together((*messages, *happened))


def _unpaged(known: Reference, seen: Evidence) -> dict[str, str]:
    return {
        rel: min(str(own) for own in rels)
        for rel, rels in sorted(seen.inside.items())
        if known.spelled(rel) is None and None not in rels
    }
