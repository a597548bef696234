"""The rows of pages and specs come in; a line for each kind goes out, in which every difference has a name.

newest edition + only in an older one - given twice + both link and embedded + of no page + corrections = specs
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ucwagen.counts.differences import DeclaredDifferences
from ucwagen.counts.rows import KINDS, OF_NO_PAGE, SAMPLES, CountedRow, Kind, Rows, row

SUM = ["+ only older", "- twice", "+ both", "+ no page", "+ corrections", "= specs"]
"""How the specs come from the newest edition."""
LINKS: Kind = "links"
"""The kind of which a row can be in two tables of a spec, where a page has one."""
FIRST = 5
"""How many stray rows of a kind are named."""


@dataclass(frozen=True, slots=True)
class CountLine:
    """The figures of one kind. ``editions`` are the rows as they stand on the pages; the others explain how ``specs``
    comes from the newest of them. ``stray`` are rows that pages or specs have alone though no correction says so.
    """

    kind: Kind
    specs: int
    editions: Mapping[str, int] = field(default_factory=dict)
    only_older: int = 0
    twice: int = 0
    both: int = 0
    unpaged: int = 0
    added: int = 0
    struck: int = 0
    stray: tuple[str, ...] = ()

    @property
    def explained(self) -> int:
        """What the specs should hold after all that is known of the pages."""
        newest = next(iter(self.editions.values()), 0)
        return newest + self.only_older - self.twice + self.both + self.unpaged + self.added - self.struck

    def as_data(self) -> dict[str, int]:
        """The figures by name; those that explain go without where there are no pages."""
        more = {
            "only older": self.only_older,
            "given twice": self.twice,
            "link and embedded": self.both,
            "no page": self.unpaged,
            "added by corrections": self.added,
            "struck by corrections": self.struck,
        }
        return {"specs": self.specs, **self.editions, **(more if self.editions else {})}


@dataclass(frozen=True, slots=True)
class Counts:
    """A line for every kind; ``editions`` are those of the pages, newest first, and none where there are no pages."""

    editions: tuple[str, ...]
    lines: tuple[CountLine, ...]

    def stray(self) -> Iterator[str]:
        """What makes a sum not hold, in words: of each kind the first rows, and how many more there are."""
        for line in self.lines if self.editions else ():
            yield from line.stray[:FIRST]
            if len(line.stray) > FIRST:
                yield f"{line.kind}: {len(line.stray) - FIRST} more"
            if not line.stray and line.explained != line.specs:
                yield f"{line.kind}: the pages make {line.explained:,}, but the specs hold {line.specs:,}"

    @property
    def holds(self) -> bool:
        """Whether every sum does, and by nothing but what is declared."""
        return not list(self.stray())

    def as_data(self) -> dict[str, dict[str, int]]:
        """The figures of every kind by name."""
        return {line.kind: line.as_data() for line in self.lines}

    def as_table(self) -> tuple[list[str], list[list[str]]]:
        """Heads and rows of a table that reads as a sum; a figure that is 0 and explains nothing is left out."""
        if not self.editions:
            return ["", "specs"], [[line.kind, f"{line.specs:,}"] for line in self.lines]
        *older, newest = reversed(self.editions)
        return ["", *older, newest, *SUM], [_cells(line, (*older, newest)) for line in self.lines]


def _cells(line: CountLine, editions: Iterable[str]) -> list[str]:
    corrections = " ".join(filter(None, (_signed("+", line.added), _signed("-", line.struck))))
    return [
        line.kind,
        *(f"{line.editions[edition]:,}" for edition in editions),
        _signed("+", line.only_older),
        _signed("-", line.twice),
        _signed("+", line.both),
        _signed("+", line.unpaged),
        corrections,
        f"{line.specs:,}",
    ]


def _signed(sign: str, figure: int) -> str:
    return f"{sign}{figure:,}" if figure else ""


def balance(held: Rows, pages: Mapping[str, Rows], known: DeclaredDifferences) -> Counts:
    """What the specs hold, explained by the pages of the editions, newest first."""
    if not pages:
        return Counts((), tuple(CountLine(kind, len(held[kind])) for kind in KINDS))
    return Counts(tuple(pages), tuple(_line(kind, held[kind], pages, known) for kind in KINDS))


def _line(kind: Kind, held: tuple[CountedRow, ...], pages: Mapping[str, Rows], known: DeclaredDifferences) -> CountLine:
    newest = pages[next(iter(pages))][kind]
    older = _older(kind, set(held), pages)
    union = {*newest, *older}
    more, less = set(held) - union, union - set(held)
    unpaged = {row for row in more if kind in OF_NO_PAGE or known.has_no_page(row)}
    added = {row for row in more - unpaged if known.is_corrected(row)}
    struck = {row for row in less if known.is_corrected(row)}
    return CountLine(
        kind=kind,
        specs=len(held),
        editions={edition: len(rows[kind]) for edition, rows in pages.items()},
        only_older=len(older),
        twice=len(newest) + len(older) - len(union),
        both=len(held) - len(set(held)) if kind == LINKS else 0,
        unpaged=len(unpaged),
        added=len(added),
        struck=len(struck),
        stray=(*_stray(kind, more - unpaged - added, "on no page"), *_stray(kind, less - struck, "in no spec")),
    )


def _older(kind: Kind, held: set[CountedRow], pages: Mapping[str, Rows]) -> tuple[CountedRow, ...]:
    """What older editions have and no newer one has; of samples, what the specs keep of them."""
    found: list[CountedRow] = []
    seen = [rows[kind] for rows in pages.values()][:1]
    for edition, rows in list(pages.items())[1:]:
        known = {row for rows in seen for row in rows}
        if kind in SAMPLES:
            found += _kept(edition, rows[kind], held, {row.page for row in known})
        else:
            found += [row for row in rows[kind] if row not in known]
        seen.append(rows[kind])
    return tuple(found)


def _kept(edition: str, rows: Iterable[CountedRow], held: set[CountedRow], newer: set[str]) -> list[CountedRow]:
    """Samples of a page that only this edition has, and those that specs mark as of this edition."""
    marked = [one if one.page not in newer else row(one.page, edition, one.at) for one in rows]
    return [one for one in marked if one.page not in newer or one in held]


def _stray(kind: Kind, rows: Iterable[CountedRow], where: str) -> list[str]:
    return [
        f"{kind}: {' '.join(filter(None, (one.page, one.at)))} is {where}, and no correction says so"
        for one in sorted(rows)
    ]
