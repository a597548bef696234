"""What a spec declares to be wrong on a page, held against what the page really says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ucwagen.capture.compare.page_index import PageIndex
from ucwagen.capture.compare.paths import covers, text
from ucwagen.capture.compare.spec_facts import PRESENT, SpecFacts, facts, value
from ucwagen.diagnostics import Span
from ucwagen.source import load
from ucwagen.source.node import Mapping, Node, Scalar
from ucwagen.source.node import Sequence as List

ABSENT = "absent"
LEFT_OUT = {
    "in": ("body",),
    "required": ("No", "false"),
    "many": ("No", "false"),
    "nullable": ("No", "false"),
}
"""What a page says where a spec leaves a key out."""
WORDS = {"true": ("true", "Yes")}
"""What a page says where a spec says otherwise."""


@dataclass(frozen=True, slots=True)
class DeclaredCorrection:
    """A correction, the place of its path, and that of what the page is said to say."""

    at: str
    says: str
    edition: str | None
    span: Span
    place: Span


@dataclass(frozen=True, slots=True)
class FalseCorrection:
    """A correction that is not true of the page, and why."""

    row: DeclaredCorrection
    span: Span
    message: str


def declared(root: Node) -> tuple[DeclaredCorrection, ...]:
    """The corrections of a spec."""
    entry = root.get("corrections") if isinstance(root, Mapping) else None
    rows = entry.value.items if entry and isinstance(entry.value, List) else ()
    return tuple(found for row in rows if isinstance(row, Mapping) and (found := _declared(row)))


def _declared(row: Mapping) -> DeclaredCorrection | None:
    at, says = row.get("at"), row.get("says")
    if not at or not says or not isinstance(at.value, Scalar) or not isinstance(says.value, Scalar):
        return None
    return DeclaredCorrection(at.value.text, says.value.text, text(row, "edition"), at.value.span, says.value.span)


def wrong(name: str, ours: Node, pages: Node, against: PageIndex) -> Iterator[FalseCorrection]:
    """The corrections of the spec of a page that are not true of the page, of which ``pages`` is the draft."""
    mine, drafted, made = facts(ours), facts(pages), declared(pages)
    for row in declared(ours):
        if row.edition not in (None, *against.editions):
            continue
        if same := [other for other in made if other.at == row.at]:
            yield from _unlike(row, [other.says for other in same if other.edition == row.edition] or [same[0].says])
        elif row.edition in (None, against.newest(name)) or not against.pages:
            yield from _untrue(row, mine, drafted)
        elif against.has(name, row.edition):
            yield from _untrue(row, mine, facts(load(name, against.draft(name, row.edition))))
        else:
            yield FalseCorrection(row, row.span, f"the page has no edition of {row.edition}; remove the correction")


def _untrue(row: DeclaredCorrection, mine: SpecFacts, theirs: SpecFacts) -> Iterator[FalseCorrection]:
    """Whether the page has come to say what the spec says, or something else altogether."""
    here, there = _below(row.at, mine), _below(row.at, theirs)
    if here == there:
        yield FalseCorrection(
            row, row.span, f"the correction of `{row.at}` no longer applies, as the pages say the same; remove it"
        )
    else:
        yield from _unlike(row, _sayings(row.at, theirs))


def _unlike(row: DeclaredCorrection, sayings: Sequence[str]) -> Iterator[FalseCorrection]:
    if row.says not in sayings:
        yield FalseCorrection(row, row.place, f"`says` is `{row.says}` here, the page says `{sayings[0]}`; mend it")


def _below(at: str, known: SpecFacts) -> dict[str, str]:
    return {path: fact.value for path, fact in known.items() if covers(at, path)}


def _sayings(at: str, known: SpecFacts) -> Sequence[str]:
    """What the page says there, in all the ways in which that can be put."""
    row, _, key = at.rpartition(".")
    said = value(known, at)
    if said is not None:
        return WORDS.get(said, (said,))
    if _below(at, known):
        return (PRESENT,)
    return (*(LEFT_OUT.get(key, ()) if row in known else ()), ABSENT)
