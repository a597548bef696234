"""What functions that compare are given and what they give: both sides, places, and what was found there."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from ucwagen.changes.types.rule import Rule, cosmetic
from ucwagen.diagnostics import Span
from ucwagen.model.types.api import Api, ResourceRef

T = TypeVar("T")
Key = tuple[str, ...]
Names = Mapping[Key, str]
"""Names in the target language, by the kind of what bears each and the wire names that lead to it."""

ORDER_CHANGED = cosmetic("order-changed", "No name and no type depends on the order; documentation shows it.")
DESCRIPTION_CHANGED = cosmetic("description-changed", "Only docstrings have the text.")
SOURCE_CHANGED = cosmetic("source-changed", "Only docstrings name the reference page.")
FACT_CHANGED = cosmetic("documented-fact-changed", "Documentation shows the fact, and no code depends on it.")
RULES = (ORDER_CHANGED, DESCRIPTION_CHANGED, SOURCE_CHANGED, FACT_CHANGED)
"""Rules about many kinds of things."""


@dataclass(frozen=True, slots=True)
class Found:
    """A difference: its rule, in words, and where it is: a place nearby, and the path of the fact in the same file."""

    rule: Rule
    message: str
    near: Span
    at: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fact stands in the old and in the new specs: a place nearby on each side, and its path in the file."""

    old: Span
    new: Span
    at: str = ""

    def inside(self, key: str) -> Place:
        """The place of a fact inside this one."""
        return replace(self, at=f"{self.at}.{key}" if self.at else key)

    def row(self, old: Span | None, new: Span | None, key: str) -> Place:
        """The place of a row with places of its own; a side that lacks the row has that of what is around it."""
        return Place(old or self.old, new or self.new, self.inside(key).at)

    def found(self, rule: Rule, message: str) -> Found:
        """A difference here."""
        return Found(rule, message, self.old if rule.gone else self.new, self.at)


@dataclass(frozen=True, slots=True)
class Both:
    """The two APIs, the names in the target language that each gives, and pages that the new one calls otherwise."""

    old: Api
    new: Api
    old_names: Names
    new_names: Names
    renamed: Mapping[str, str]

    def leads_elsewhere(self, old: ResourceRef | None, new: ResourceRef | None) -> bool:
        """Tell whether two references are to different resources; one that has only another page name is the same."""
        return self.page(old) != (new.page if new else None)

    def page(self, old: ResourceRef | None) -> str | None:
        """The page of a resource of the old API as the new one calls it."""
        return self.renamed.get(old.page, old.page) if old else None


@dataclass(frozen=True, slots=True)
class Matched(Generic[T]):
    """The rows of two lists: those of one side alone, and those of both."""

    gone: tuple[T, ...]
    new: tuple[T, ...]
    both: tuple[tuple[T, T], ...]
    reordered: bool


def matched(old: Iterable[T], new: Iterable[T], key: Callable[[T], Hashable]) -> Matched[T]:
    """Rows of one key belong together; of several with one key, the first belongs to the first."""
    mine, theirs = dict(_numbered(old, key)), dict(_numbered(new, key))
    shared = [name for name in mine if name in theirs]
    return Matched(
        gone=tuple(row for name, row in mine.items() if name not in theirs),
        new=tuple(row for name, row in theirs.items() if name not in mine),
        both=tuple((mine[name], theirs[name]) for name in shared),
        reordered=shared != [name for name in theirs if name in mine],
    )


def _numbered(rows: Iterable[T], key: Callable[[T], Hashable]) -> Iterator[tuple[Hashable, T]]:
    seen: dict[Hashable, int] = {}
    for row in rows:
        name = key(row)
        seen[name] = seen.get(name, -1) + 1
        yield (name, seen[name]), row


def order(rows: Matched[T], place: Place, what: str) -> Iterator[Found]:
    """The order of a list."""
    if rows.reordered:
        yield place.found(ORDER_CHANGED, f"{what} are in another order")


def description(old: str, new: str, place: Place, what: str) -> Iterator[Found]:
    """The sentence about something."""
    if old != new:
        yield place.inside("summary").found(DESCRIPTION_CHANGED, f"{what} has another description")


def fact(old: object, new: object, place: Place, what: str) -> Iterator[Found]:
    """A fact that only documentation shows; ``what`` names it with its bearer."""
    if old != new:
        yield place.found(FACT_CHANGED, f"{what} is {said(new)}, was {said(old)}")


def setting(old: object, new: object, rule: Rule, place: Place, what: str) -> Iterator[Found]:
    """A setting with a rule of its own."""
    if old != new:
        yield place.found(rule, f"{what} is {said(new)}, was {said(old)}")


def named(ref: ResourceRef) -> str:
    """A resource in words: several revisions have one rel."""
    return f"`{ref.rel}`" if ref.revision == 1 else f"`{ref.rel}` (revision {ref.revision})"


def said(value: object) -> str:
    """A value in a sentence."""
    if value is None or value == ():
        return "not given"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        pairs = (": ".join(part) if isinstance(part, tuple) else part for part in value)
        return ", ".join(map(said, pairs))
    return f"`{value}`"
