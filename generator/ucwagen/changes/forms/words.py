"""What the forms have in common: counts, the version step in a sentence, and changes by rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ucwagen.changes.rules.catalogue import RULES
from ucwagen.changes.types.change import Change, Comparison
from ucwagen.changes.types.rule import Impact, Rule
from ucwagen.diagnostics import Diagnostic

NOUNS = {
    Impact.BREAKING: ("breaking change", "breaking changes"),
    Impact.ADDITION: ("addition", "additions"),
    Impact.COSMETIC: ("cosmetic change", "cosmetic changes"),
}
NUMBERS = {"major": "the first number", "minor": "the second number", "patch": "the third number"}
GRAVEST = {
    Impact.BREAKING: "a breaking change raises",
    Impact.ADDITION: "an addition raises",
    Impact.COSMETIC: "a cosmetic change raises",
}
INITIAL = (
    "Before 1.0.0 Semantic Versioning promises nothing: by convention a breaking change raises the second number, "
    "and every other change the third."
)


@dataclass(frozen=True, slots=True)
class Titled:
    """A comparison with the names of its sides, and of its job if the configuration has several."""

    old: str
    new: str
    comparison: Comparison
    job: str = ""
    besides: tuple[Diagnostic, ...] = ()
    """What is apart besides the changes, where specs are compared with pages."""
    is_drift: bool = False
    """True where the new side is what pages ask for."""


def counted(impact: Impact, number: int) -> str:
    """``1 addition``, ``2 additions``."""
    one, many = NOUNS[impact]
    return f"{number} {one if number == 1 else many}"


def summary(comparison: Comparison) -> str:
    """How many changes there are of each class."""
    counts = [counted(impact, len(found)) for impact in Impact if (found := comparison.of(impact))]
    return ", ".join(counts) or "no changes"


def by_rule(changes: tuple[Change, ...]) -> Iterator[tuple[Rule, tuple[Change, ...]]]:
    """The changes of each rule, in the order of the catalogue."""
    order = {id: index for index, id in enumerate(RULES)}
    ordered = sorted(changes, key=lambda change: order[change.rule.id])
    for _, found in groupby(ordered, key=lambda change: change.rule.id):
        rows = tuple(found)
        yield rows[0].rule, rows


def version_phrase(one: Titled) -> str:
    """The version step, and whether the new specs have made it."""
    comparison, version = one.comparison, one.comparison.version
    if version.step == "none" or comparison.gravest is None:
        return f"Nothing differs; the version {version.old} can stay."
    if one.is_drift:
        due = f"{version.old} to at least {version.due}"
        return f"Specs that followed the pages would take the version from {due}."
    due = f"from {version.old} to at least {version.due}: {GRAVEST[comparison.gravest]} {NUMBERS[version.step]}"
    said = "as the new specs say" if version.is_enough else f"but the new specs say {version.said}"
    reached = f"{said}, {version.said}" if version.is_enough else f"{said}; raise it before a release"
    return " ".join([f"The version goes {due}, {reached}.", *([INITIAL] if version.initial else [])])
