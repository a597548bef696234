"""The links table of a page, which holds links and embedded resources; the samples show which row is which."""

from __future__ import annotations

from ucwagen.capture.compose.sources import PageSources
from ucwagen.capture.compose.spec_draft import Tree, marked
from ucwagen.capture.infer.inferred import Inferred
from ucwagen.capture.infer.reference import EditionRow
from ucwagen.capture.read.facts import LinkFact
from ucwagen.spec.words import NONE

SELF = "self"
Rows = dict[str, EditionRow[LinkFact]]


def relations(one: PageSources) -> tuple[dict[str, Tree], dict[str, Tree]]:
    """The tables of links and of embedded resources."""
    seen = one.seen
    rows: Rows = {row.fact.rel: row for row in one.page.links}
    if one.owner == one.name:
        rows |= _added(one)
    links = {rel: row for rel, row in rows.items() if rel in seen.links or rel not in seen.embedded}
    embedded = {rel: row for rel, row in rows.items() if rel in seen.embedded}

    def tree(row: EditionRow[LinkFact], table: str, many: bool) -> Tree:
        summary = one.draft.sentences.get(f"{table}.{row.fact.rel}")
        return _tree(row, many, _target(row.fact, one.inferred), summary)

    return (
        {rel: tree(row, "links", seen.links.get(rel, False)) for rel, row in links.items()},
        {rel: tree(row, "embedded", seen.embedded[rel]) for rel, row in embedded.items()},
    )


def _added(one: PageSources) -> Rows:
    """What samples show and no table of the family has."""
    pages = one.inferred.reference.pages
    tabled = {row.fact.rel for name in one.family for row in pages[name].links}
    added: Rows = {}
    for table, rels in (("links", one.seen.links), ("embedded", one.seen.embedded)):
        for rel in rels:
            if rel not in tabled and rel != SELF:
                one.draft.correct(f"{table}.{rel}", "absent", "Samples have it.")
                added[rel] = EditionRow(LinkFact(rel, "", 0))
    return added


def _tree(row: EditionRow[LinkFact], many: bool, target: str, summary: str | None) -> Tree:
    """The entry of a link or an embedded resource; without a summary, what it leads to says what it is."""
    tree: dict[str, Tree] = {} if target == row.fact.rel else {"to": target}
    if many:
        tree["many"] = "true"
    return tree | marked(row.only, summary)


def _target(fact: LinkFact, inferred: Inferred) -> str:
    if fact.rel == SELF or fact.rel in inferred.unpaged:
        return fact.rel
    named = (fact.rel, *fact.refs)
    return next((found for name in named if (found := inferred.reference.spelled(name))), NONE)
