"""Pages that share a state: later revisions of a page, and pages whose representation is that of another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ucwagen.capture.infer.evidence import Evidence, ResponseEvidence, answer
from ucwagen.capture.infer.reference import Reference

_REVISION = re.compile(r"(?P<base>\w+\D)(?P<number>\d)")
_DESCRIBED = re.compile(r"representation of an? (\w+)")


@dataclass(frozen=True, slots=True)
class Families:
    """Which page revises or represents which other."""

    revises: Mapping[str, str]
    represents: Mapping[str, str]

    def owner(self, name: str) -> str:
        """The page whose state this page's representation has."""
        parent = self.revises.get(name) or self.represents.get(name)
        return self.owner(parent) if parent else name

    def members(self, owner: str) -> tuple[str, ...]:
        """The owner, then the others."""
        others = sorted({*self.revises, *self.represents})
        return (owner, *(name for name in others if name != owner and self.owner(name) == owner))


def families(reference: Reference, evidence: Evidence) -> Families:
    """The names tell revisions, the bodies of the samples tell representations."""
    resources = reference.resources()
    revises = {
        name: match["base"]
        for name in resources
        if (match := _REVISION.fullmatch(name)) and match["base"] in reference.pages
    }
    represents = {
        name: other
        for name in resources
        if name not in revises and (other := _other(name, reference, evidence)) and _fits(name, other, reference)
    }
    return Families(revises, represents)


def revision(name: str) -> str:
    """The number of a later revision."""
    match = _REVISION.fullmatch(name)
    return match["number"] if match else "1"


def _other(name: str, reference: Reference, evidence: Evidence) -> str | None:
    """The page whose rel all bodies of this page bear."""
    shown = _shown(name, reference)
    rels = shown.rels | evidence.inside.get(name, set())
    others = {rel for rel in rels if rel and rel != name and rel in reference.pages}
    if len(others) == 1 and (name not in evidence.inside.get(name, set())):
        return others.pop()
    return None if shown.has_body or rels else _said(name, reference)


def _shown(name: str, reference: Reference) -> ResponseEvidence:
    calls = reference.operations(name, "GET")
    return answer(sample for _, operation in calls for sample in operation.samples)


def _said(name: str, reference: Reference) -> str | None:
    """Without a body, the words of the operation."""
    page = reference.newest(name)
    if page.properties:
        return None
    for operation in page.operations:
        match = _DESCRIBED.search(operation.text) if operation.method == "GET" else None
        if match and match[1] != name and match[1] in reference.resources():
            return match[1]
    return None


def _fits(name: str, other: str, reference: Reference) -> bool:
    """Whether the other page has every property and every link of this one."""
    mine, its = (
        {
            *(row.fact.name for row in reference.rows(page, lambda facts: facts.properties, lambda fact: fact.name)),
            *(row.fact.rel for row in reference.rows(page, lambda facts: facts.links, lambda fact: fact.rel)),
        }
        for page in (name, other)
    )
    return mine - {"self"} <= its
