"""Pages that share a state: later revisions of a page, and pages whose representation is that of another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ucwagen.capture.infer.evidence import Evidence
from ucwagen.capture.infer.observed import any_of
from ucwagen.capture.infer.reference import Reference

_REVISION = re.compile(r"(?P<base>\w+\D)(?P<number>\d)")
_DESCRIBED = re.compile(r"representation of an? (\w+)")


@dataclass(frozen=True, slots=True)
class Families:
    """Which page revises or represents which other; every page with the others that share its state."""

    revises: Mapping[str, str]
    represents: Mapping[str, str]
    groups: Mapping[str, tuple[str, ...]]
    """By the page that owns a state: its own name, then the others in order."""

    def owner(self, name: str) -> str:
        """The page whose state this page's representation has."""
        return _owner(name, self.revises, self.represents)

    def members(self, owner: str) -> tuple[str, ...]:
        """The owner, then the others."""
        return self.groups.get(owner, (owner,))


def families(reference: Reference, evidence: Evidence) -> Families:
    """The names tell revisions, the bodies of the samples tell representations."""
    revises = {
        name: match["base"]
        for name in reference.resources
        if (match := _REVISION.fullmatch(name)) and match["base"] in reference.pages
    }
    represents = {
        name: other
        for name in reference.resources
        if name not in revises and (other := _other(name, reference, evidence)) and _fits(name, other, reference)
    }
    groups: dict[str, tuple[str, ...]] = {}
    for name in sorted({*revises, *represents}):
        owner = _owner(name, revises, represents)
        if owner != name:
            groups[owner] = (*groups.get(owner, (owner,)), name)
    return Families(revises, represents, groups)


def _owner(name: str, revises: Mapping[str, str], represents: Mapping[str, str]) -> str:
    """The end of the chain from a page; a page within a circle of representations owns its state."""
    seen: list[str] = []
    while (parent := revises.get(name) or represents.get(name)) and parent not in seen:
        seen.append(name)
        name = parent
    return name


def revision(name: str) -> str:
    """The number of a later revision."""
    match = _REVISION.fullmatch(name)
    return match["number"] if match else "1"


def _other(name: str, reference: Reference, evidence: Evidence) -> str | None:
    """The page whose rel all bodies of this page bear."""
    shown = any_of(call.response for _, call in reference.pages[name].calls.get("GET", ()))
    inside = evidence.inside.get(name, set())
    rels = shown.rels | inside
    others = {rel for rel in rels if rel and rel != name and rel in reference.pages}
    if len(others) == 1 and name not in inside:
        return others.pop()
    return None if shown.has_body or rels else _said(name, reference)


def _said(name: str, reference: Reference) -> str | None:
    """Without a body, the words of the operation."""
    page = reference.pages[name].newest
    if page.properties:
        return None
    for operation in page.operations:
        match = _DESCRIBED.search(operation.text) if operation.method == "GET" else None
        if match and match[1] != name and match[1] in reference.resources:
            return match[1]
    return None


def _fits(name: str, other: str, reference: Reference) -> bool:
    """Whether the other page has every property and every link of this one."""
    mine, its = (
        {*(row.fact.name for row in page.properties), *(row.fact.rel for row in page.links)}
        for page in (reference.pages[name], reference.pages[other])
    )
    return mine - {"self"} <= its
