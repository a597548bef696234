"""The specs come in; what they themselves say of differing from the pages goes out: corrections, and ``page: none``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ucwagen.counts.rows import CountedRow
from ucwagen.spec.specs import Specs
from ucwagen.spec.types import CorrectionSpec, EnumSpec, ResourceSpec
from ucwagen.spec.words import NONE

SPELT_OTHERWISE = (
    (re.compile(r"^operations\.\w+\.(?=reasons\.)"), ""),
    (re.compile(r"^embedded\."), "links."),
    (re.compile(r"(?<=\.)(parameters\.[^.]+)\.in$"), r"\1"),
)
"""Where the path in a correction is not that of the row which it adds or strikes."""

EVENT, LAST = re.compile(r"events\.(\w+)"), re.compile(r"([^.]+)$")
"""What in the path of a row is its name: of an event its type."""


@dataclass(frozen=True, slots=True)
class DeclaredDifferences:
    """Paths of corrected rows by page, and what has no page; pages and enumerations are in small letters."""

    corrected: Mapping[str, frozenset[str]]
    unpaged: frozenset[str]

    def has_no_page(self, row: CountedRow) -> bool:
        """Whether the row is of a spec that no page belongs to."""
        return row.page in self.unpaged

    def is_corrected(self, row: CountedRow) -> bool:
        """Whether a correction of the row's spec covers the row, or a part of the spec around it."""
        known = self.corrected.get(row.page, frozenset())
        return any(row.at == at or row.at.startswith(f"{at}.") for at in known)


def declared_differences(specs: Specs) -> DeclaredDifferences:
    """What the specs declare."""
    files: list[tuple[str, ResourceSpec | EnumSpec]] = [*specs.resources.items(), *specs.enums.items()]
    return DeclaredDifferences(
        corrected={
            name.casefold(): frozenset(at for row in spec.corrections for at in _paths(row)) for name, spec in files
        },
        unpaged=frozenset(name.casefold() for name, spec in files if spec.page == NONE),
    )


def _paths(correction: CorrectionSpec) -> Iterator[str]:
    """The path that is corrected, and that of the same row as the page spells it."""
    at = correction.at
    for pattern, words in SPELT_OTHERWISE:
        at = pattern.sub(words, at)
    yield at
    name = EVENT.match(at) or LAST.search(at)
    if name:
        yield f"{at[: name.start(1)]}{correction.says}{at[name.end(1) :]}"
