"""The links table, which lumps links and embedded resources, told apart by the samples."""

from __future__ import annotations

from ucwagen.capture.compose.spec_draft import SpecDraft, Tree, marked
from ucwagen.capture.infer.evidence import Evidence, Sightings
from ucwagen.capture.infer.families import Families
from ucwagen.capture.infer.reference import EditionRow, Reference
from ucwagen.capture.read.facts import LinkFact

SELF = "self"
NONE = "none"
Rows = dict[str, EditionRow[LinkFact]]


def relations(
    draft: SpecDraft, reference: Reference, evidence: Evidence, family: Families
) -> tuple[dict[str, Tree], dict[str, Tree]]:
    """The tables of links and of embedded resources."""
    owner = family.owner(draft.name)
    members = family.members(owner)
    seen = evidence.of(*members)
    rows = _rows(draft.name, reference)
    if owner == draft.name:
        tabled = {rel for name in members for rel in _rows(name, reference)}
        rows |= _added(draft, seen, tabled)
    links = {rel: row for rel, row in rows.items() if rel in seen.links or rel not in seen.embedded}
    embedded = {rel: row for rel, row in rows.items() if rel in seen.embedded}

    def tree(row: EditionRow[LinkFact], table: str, many: bool) -> Tree:
        summary = draft.sentences.get(f"{table}.{row.fact.rel}")
        return _tree(row, many, _target(row.fact, reference, evidence), summary)

    return (
        {rel: tree(row, "links", seen.links.get(rel, False)) for rel, row in links.items()},
        {rel: tree(row, "embedded", seen.embedded[rel]) for rel, row in embedded.items()},
    )


def _rows(name: str, reference: Reference) -> Rows:
    found = reference.rows(name, lambda page: page.links, lambda fact: fact.rel)
    return {row.fact.rel: row for row in found}


def _added(draft: SpecDraft, seen: Sightings, tabled: set[str]) -> Rows:
    """What samples show and no table has."""
    added: Rows = {}
    for table, rels in (("links", seen.links), ("embedded", seen.embedded)):
        for rel in rels:
            if rel not in tabled and rel != SELF:
                draft.correct(f"{table}.{rel}", "absent", "Samples have it.")
                added[rel] = EditionRow(LinkFact(rel, "", 0))
    return added


def _tree(row: EditionRow[LinkFact], many: bool, target: str, summary: str | None) -> Tree:
    """The entry of a link or an embedded resource; without a summary, what it leads to says what it is."""
    tree: dict[str, Tree] = {} if target == row.fact.rel else {"to": target}
    if many:
        tree["many"] = "true"
    return tree | marked(row.only, summary)


def _target(fact: LinkFact, reference: Reference, evidence: Evidence) -> str:
    if fact.rel == SELF or fact.rel in unpaged(reference, evidence):
        return fact.rel
    named = (fact.rel, *fact.refs)
    return next((found for name in named if (found := reference.spelled(name))), NONE)


def unpaged(reference: Reference, evidence: Evidence) -> dict[str, str]:
    """Embedded resources without a page: the rel that their bodies bear, by the rel under which they stand."""
    return {
        rel: min(str(own) for own in rels)
        for rel, rels in sorted(evidence.inside.items())
        if reference.spelled(rel) is None and None not in rels
    }
