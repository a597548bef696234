"""One resource page, in all its editions, as the tree of its spec."""

from __future__ import annotations

from collections.abc import Iterator

from ucwagen.capture.compose.operations import operations
from ucwagen.capture.compose.relations import relations
from ucwagen.capture.compose.sources import PageSources, Sources, of_page
from ucwagen.capture.compose.spec_draft import Miss, SpecDraft, Tree, marked, value_tree
from ucwagen.capture.infer.evidence import Sightings
from ucwagen.capture.infer.families import Families, revision
from ucwagen.capture.infer.observed import ObservedEvent
from ucwagen.capture.infer.reference import EditionRow
from ucwagen.capture.infer.value_types import Subject, property_type
from ucwagen.capture.read.facts import PropertyFact
from ucwagen.spec.words import NONE


def resource(name: str, sources: Sources) -> tuple[dict[str, Tree], list[Miss]]:
    """The spec of a page, and what on the page has no place in it."""
    one = of_page(name, sources)
    tree = _head(one.draft, one.inferred.family)
    links, embedded = relations(one)
    tables: dict[str, Tree] = {
        "scopes": [row.fact.name for row in one.page.scopes],
        "properties": dict(_properties(one)),
        "links": links,
        "embedded": embedded,
        "events": list(_events(one)),
        "operations": operations(one),
        "corrections": [correction.tree() for correction in one.draft.corrections],
    }
    return tree | {key: table for key, table in tables.items() if table}, one.draft.misses


def unpaged_resource(rel: str, own: str, sources: Sources) -> Tree:
    """The spec of what travels and has no page: what the samples show of it."""
    draft = SpecDraft(rel, sources.sentences.get(rel, {}))
    return {"rel": own, "page": NONE, "summary": draft.sentence("summary"), "links": {"self": {}}}


def _head(draft: SpecDraft, family: Families) -> dict[str, Tree]:
    base = family.revises.get(draft.name)
    tree: dict[str, Tree] = {
        "rel": base or draft.name,
        "page": f"{draft.name.lower()}_ref",
        "summary": draft.sentences.get("summary", "TODO"),
    }
    if draft.name in family.represents:
        tree["represents"] = family.represents[draft.name]
    if base:
        tree |= {"revises": base, "revision": revision(draft.name)}
    return tree


def _properties(one: PageSources) -> Iterator[tuple[str, Tree]]:
    for row in one.page.properties:
        name = _spelling(one.draft, row.fact.name, one.seen)
        summary = one.draft.sentence(f"properties.{name}", f"properties.{row.fact.name}")
        yield name, value_tree(property_type(_subject(row.fact, name, one), one.inferred.types), row.only, summary)
    if one.owner == one.name:
        yield from _added(one)


def _spelling(draft: SpecDraft, name: str, seen: Sightings) -> str:
    """The spelling of the samples, where it differs by case."""
    shown = (*seen.values, *seen.data, *seen.texts)
    if name in shown or not shown:
        return name
    for other in shown:
        if other.casefold() == name.casefold():
            draft.correct(f"properties.{other}", name, f"The samples spell it `{other}`.")
            return other
    return name


def _subject(fact: PropertyFact, name: str, one: PageSources) -> Subject:
    """The row, with what was seen in all pages of the family, and wherever a property has the same name and words."""
    same = one.inferred.types.same_rows.get((fact.name, fact.text), ())
    return Subject(one.owner, name, fact.text, fact.refs, one.inferred.evidence.one(name, (*one.family, *same)))


def _added(one: PageSources) -> Iterator[tuple[str, Tree]]:
    """Properties that JSON samples show and no table of the family has."""
    pages = one.inferred.reference.pages
    tabled = {row.fact.name.casefold() for name in one.family for row in pages[name].properties}
    for name in (*one.seen.values, *one.seen.data):
        if name.casefold() not in tabled:
            one.draft.correct(f"properties.{name}", "absent", "Samples have it.")
            value = property_type(Subject(one.name, name, "", (), one.seen.one(name)), one.inferred.types)
            yield name, value_tree(value, None, one.draft.sentence(f"properties.{name}"))


def _events(one: PageSources) -> Iterator[Tree]:
    rel = one.inferred.family.revises.get(one.name, one.name)
    yield from (_event(one.draft, row, rel) for row in one.page.events)


def _event(draft: SpecDraft, row: EditionRow[ObservedEvent], rel: str) -> Tree:
    fact, kind = row.fact.fact, row.fact.type
    at = f"events.{kind}.{fact.resource}"
    if kind != fact.type.lower():
        draft.correct(at, fact.type.lower(), f"The sample of the event shows `{kind}`.", row.only)
    tree: dict[str, Tree] = {"type": kind}
    if fact.resource != rel:
        tree["resource"] = fact.resource
    tree |= {"priority": fact.priority.lower(), "sender": fact.sender}
    return tree | marked(row.only, draft.sentence(at))
