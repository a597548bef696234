"""One resource page, in all its editions, as the tree of its spec."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ucwagen.capture.compose.error_groups import ErrorCatalogue
from ucwagen.capture.compose.operations import operations
from ucwagen.capture.compose.relations import relations
from ucwagen.capture.compose.spec_draft import SpecDraft, Tree, marked, value_tree
from ucwagen.capture.infer.evidence import Sightings
from ucwagen.capture.infer.families import Families, revision
from ucwagen.capture.infer.reference import EditionRow
from ucwagen.capture.infer.value_types import Subject, TypeContext, property_type
from ucwagen.capture.read.facts import EventFact, PropertyFact
from ucwagen.source.depth import load_json

Sentences = Mapping[str, Mapping[str, str]]
"""Sentences by page or enumeration, and by path of the fact."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything that specs are composed from."""

    typing: TypeContext
    family: Families
    shared: ErrorCatalogue
    sentences: Sentences


def resource(name: str, sources: Sources) -> dict[str, Tree]:
    """The spec of a page."""
    family, typing = sources.family, sources.typing
    owner = family.owner(name)
    draft = SpecDraft(name, sources.sentences.get(name, {}), sources.sentences.get(owner, {}))
    tree = _head(draft, family)
    scopes = typing.reference.rows(name, lambda page: page.scopes, lambda fact: fact.name)
    links, embedded = relations(draft, typing.reference, typing.evidence, family)
    tables: dict[str, Tree] = {
        "scopes": [row.fact.name for row in scopes],
        "properties": dict(_properties(draft, typing, family)),
        "links": links,
        "embedded": embedded,
        "events": list(_events(draft, sources)),
        "operations": operations(draft, typing, family, sources.shared),
        "corrections": [correction.tree() for correction in draft.corrections],
    }
    return tree | {key: table for key, table in tables.items() if table}


def unpaged_resource(rel: str, own: str, sources: Sources) -> Tree:
    """What travels and has no page: what the samples show of it."""
    draft = SpecDraft(rel, sources.sentences.get(rel, {}))
    return {"rel": own, "page": "none", "summary": draft.sentence("summary"), "links": {"self": {}}}


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


def _properties(draft: SpecDraft, typing: TypeContext, family: Families) -> Iterator[tuple[str, Tree]]:
    members = family.members(family.owner(draft.name))
    seen = typing.evidence.of(*members)
    rows = typing.reference.rows(draft.name, lambda page: page.properties, lambda fact: fact.name)
    for row in rows:
        name = _spelling(draft, row.fact.name, seen)
        subject = _subject(row.fact, name, typing, family.owner(draft.name), members)
        summary = draft.sentence(f"properties.{name}", f"properties.{row.fact.name}")
        yield name, value_tree(property_type(subject, typing), row.only, summary)
    if family.owner(draft.name) == draft.name:
        yield from _added(draft, seen, {row.fact.name.casefold() for row in rows}, members, typing)


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


def _subject(fact: PropertyFact, name: str, typing: TypeContext, owner: str, members: tuple[str, ...]) -> Subject:
    """The row, with what was seen in all pages of the family, and wherever a property has the same name and words."""
    same = typing.same_rows.get((fact.name, fact.text), ())
    return Subject(owner, name, fact.text, fact.refs, typing.evidence.of(*members, *same))


def _added(
    draft: SpecDraft, seen: Sightings, tabled: set[str], members: tuple[str, ...], typing: TypeContext
) -> Iterator[tuple[str, Tree]]:
    """Properties that JSON samples show and no table of the family has."""
    known = typing.reference
    others = {
        row.fact.name.casefold()
        for page in members
        for row in known.rows(page, lambda facts: facts.properties, lambda fact: fact.name)
    }
    for name in (*seen.values, *seen.data):
        if name.casefold() not in tabled | others:
            draft.correct(f"properties.{name}", "absent", "Samples have it.")
            value = property_type(Subject(draft.name, name, "", (), seen), typing)
            yield name, value_tree(value, None, draft.sentence(f"properties.{name}"))


def _events(draft: SpecDraft, sources: Sources) -> Iterator[Tree]:
    known = sources.typing.reference
    rel = sources.family.revises.get(draft.name, draft.name)
    for row in known.rows(draft.name, lambda page: page.events, lambda fact: (_type(fact), fact.resource)):
        yield _event(draft, row, rel)


def _event(draft: SpecDraft, row: EditionRow[EventFact], rel: str) -> Tree:
    fact, kind = row.fact, _type(row.fact)
    at = f"events.{kind}.{fact.resource}"
    if kind != fact.type.lower():
        draft.correct(at, fact.type.lower(), f"The sample of the event shows `{kind}`.", row.only)
    tree: dict[str, Tree] = {"type": kind}
    if fact.resource != rel:
        tree["resource"] = fact.resource
    tree |= {"priority": fact.priority.lower(), "sender": fact.sender}
    return tree | marked(row.only, draft.sentence(at))


def _type(fact: EventFact) -> str:
    """The type of the event: as its sample shows it."""
    if fact.sample is None:
        return fact.type.lower()
    return str(load_json(fact.sample.text)["sender"][0]["events"][0]["type"])
