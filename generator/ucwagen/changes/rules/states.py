"""The tables of a state: its properties, links and embedded resources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ucwagen.changes.rules import values
from ucwagen.changes.rules.deprecation import deprecation
from ucwagen.changes.rules.found import Both, Found, Place, description, matched, named, order
from ucwagen.changes.types.rule import Rule, addition, breaking
from ucwagen.model.types.api import Property, Relation, Resource

FAILS = "Code that uses its attribute fails, and type checkers refuse it."
PROPERTY_REMOVED = breaking("property-removed", FAILS, mirror="property-added", gone=True)
PROPERTY_ADDED = addition("property-added", "States have one attribute more.", mirror="property-removed")
LATER_REVISION = breaking(
    "later-revision-needed",
    "A link of the former revision no longer brings it, so that its attribute is empty.",
    mirror="earlier-revision-enough",
)
EARLIER_REVISION = addition(
    "earlier-revision-enough", "Links of an earlier revision bring it as well.", mirror="later-revision-needed"
)


@dataclass(frozen=True, slots=True)
class RelationRules:
    """The rules of a table of relations, with what one of its rows is called."""

    what: str
    key: str
    removed: Rule
    added: Rule
    many: Rule
    target: Rule
    typed: Rule
    untyped: Rule

    @property
    def all(self) -> tuple[Rule, ...]:
        """Every rule of the table."""
        return self.removed, self.added, self.many, self.target, self.typed, self.untyped


def _relation_rules(what: str, key: str, word: str) -> RelationRules:
    """Rules of links, or of embedded resources, of the same kinds."""
    return RelationRules(
        what=what,
        key=key,
        removed=breaking(f"{word}-removed", FAILS, mirror=f"{word}-added", gone=True),
        added=addition(f"{word}-added", "States have one attribute more.", mirror=f"{word}-removed"),
        many=breaking(
            f"{word}-multiplicity-changed", "Its attribute holds a list where one was, or one where a list was."
        ),
        target=breaking(f"{word}-target-changed", f"The {what} is of another class, with other members."),
        typed=addition(
            f"{word}-target-added",
            f"The {what} has a class of its own, with typed members.",
            mirror=f"{word}-target-removed",
        ),
        untyped=breaking(
            f"{word}-target-removed",
            f"The {what} no longer has the members of its class.",
            mirror=f"{word}-target-added",
        ),
    )


LINKS = _relation_rules("link", "links", "link")
EMBEDDED = _relation_rules("embedded resource", "embedded", "embedded")
RULES = (PROPERTY_REMOVED, PROPERTY_ADDED, LATER_REVISION, EARLIER_REVISION, *LINKS.all, *EMBEDDED.all)


def states(old: Resource, new: Resource, place: Place, both: Both) -> Iterator[Found]:
    """The state of a resource that both sides have."""
    yield from _properties(old, new, place.inside("properties"))
    yield from _relations(LINKS, old, new, place.inside(LINKS.key), both)
    yield from _relations(EMBEDDED, old, new, place.inside(EMBEDDED.key), both)


def _properties(old: Resource, new: Resource, place: Place) -> Iterator[Found]:
    rows = matched(old.properties, new.properties, lambda row: row.name)
    of = f"of {named(new.ref)}"
    for row in rows.gone:
        here = place.row(row.span, None, row.name)
        yield here.found(PROPERTY_REMOVED, f"property `{row.name}` {of} is removed")
    for row in rows.new:
        here = place.row(None, row.span, row.name)
        words = values.type_phrase(row.type)
        yield here.found(PROPERTY_ADDED, f"property `{row.name}` {of} is new, of type `{words}`")
    for before, after in rows.both:
        here = place.row(before.span, after.span, after.name)
        yield from _property(before, after, here, f"property `{after.name}` {of}")
    yield from order(rows, place, f"properties {of}")


def _property(old: Property, new: Property, place: Place, what: str) -> Iterator[Found]:
    yield from values.value_type(old.type, new.type, values.PROPERTY_TYPE_CHANGED, place, what)
    yield from values.documented_limits(old.type, new.type, place, what)
    yield from _row(old, new, place, what)
    yield from description(old.summary, new.summary, place, what)


def _relations(rules: RelationRules, old: Resource, new: Resource, place: Place, both: Both) -> Iterator[Found]:
    mine: tuple[Relation, ...] = getattr(old, rules.key)
    theirs: tuple[Relation, ...] = getattr(new, rules.key)
    rows = matched(mine, theirs, lambda row: row.rel)
    of = f"of {named(new.ref)}"
    for row in rows.gone:
        here = place.row(row.span, None, row.rel)
        yield here.found(rules.removed, f"{rules.what} `{row.rel}` {of} is removed")
    for row in rows.new:
        here = place.row(None, row.span, row.rel)
        yield here.found(rules.added, f"{rules.what} `{row.rel}` {of} is new")
    for before, after in rows.both:
        here = place.row(before.span, after.span, after.rel)
        yield from _relation(rules, (before, after), here, both, f"{rules.what} `{after.rel}` {of}")
    yield from order(rows, place, f"{rules.what}s {of}")


def _relation(
    rules: RelationRules, rows: tuple[Relation, Relation], place: Place, both: Both, what: str
) -> Iterator[Found]:
    old, new = rows
    if old.many != new.many:
        yield place.inside("many").found(rules.many, f"{what} is {_number(new)}, was {_number(old)}")
    if both.leads_elsewhere(old.target, new.target):
        rule = rules.target if old.target and new.target else rules.typed if new.target else rules.untyped
        yield place.inside("to").found(rule, f"{what} leads to {_target(new)}, was {_target(old)}")
    yield from _row(old, new, place, what)
    if not (_has_words_of_target(old) and _has_words_of_target(new)):
        yield from description(old.summary, new.summary, place, what)


def _row(old: Property | Relation, new: Property | Relation, place: Place, what: str) -> Iterator[Found]:
    if old.since != new.since:
        rule = LATER_REVISION if new.since > old.since else EARLIER_REVISION
        yield place.found(rule, f"{what} comes with revision {new.since}, was revision {old.since}")
    yield from deprecation(old.deprecated, new.deprecated, place, what)


def _has_words_of_target(row: Relation) -> bool:
    """Tell whether its description is that of its target, which is reported there."""
    return row.target is not None and row.summary == row.target.summary


def _number(row: Relation) -> str:
    return "a list" if row.many else "single"


def _target(row: Relation) -> str:
    return f"`{row.target.page}`" if row.target else "no resource with a spec"
