"""The corrections that a spec declares, compared with what the page says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ucwagen.capture.compare.page_index import PageIndex
from ucwagen.capture.compare.spec_facts import PRESENT, SpecFacts, value
from ucwagen.capture.compare.spec_view import DeclaredCorrection, SpecView
from ucwagen.diagnostics import Span
from ucwagen.spec.paths import covers

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
class FalseCorrection:
    """A correction that is not true of the page, and why."""

    row: DeclaredCorrection
    span: Span
    message: str


def wrong(ours: SpecView, draft: SpecView, index: PageIndex) -> Iterator[FalseCorrection]:
    """The corrections of the spec of a page that are not true of the page, of which ``draft`` is made."""
    for row in ours.corrections:
        if not index.was_read(row.edition):
            continue
        if same := [other for other in draft.corrections if other.at == row.at]:
            yield from _unlike(row, [other.says for other in same if other.edition == row.edition] or [same[0].says])
        elif row.edition in (None, index.newest(ours.name)) or not index.pages:
            yield from _untrue(row, ours.facts, draft.facts)
        elif index.has(ours.name, row.edition):
            yield from _untrue(row, ours.facts, index.draft(ours.name, row.edition).facts)
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
