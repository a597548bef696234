"""Examples come in; what was mended in them goes out, by kind, each with its place and its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any, get_args

from ucwagen.source.http import Example, MendKind


@dataclass(frozen=True, slots=True)
class DeclaredMend:
    """A mend, where it stands, and the section that it is of."""

    place: str
    section: str
    text: str


@dataclass(frozen=True, slots=True)
class MendList:
    """The mends of each kind, in the order of files and of their lines."""

    kinds: tuple[tuple[MendKind, tuple[DeclaredMend, ...]], ...]

    def as_data(self) -> dict[str, list[dict[str, Any]]]:
        """The mends of every kind by name."""
        return {kind: [asdict(each) for each in found] for kind, found in self.kinds}

    def as_lines(self) -> Iterator[str]:
        """Each kind with its number, and below it its mends."""
        for kind, found in self.kinds:
            yield f"{kind}: {len(found):,}"
            yield from (f"  {each.place}: {each.section}: {each.text}" for each in found)


def mends(examples: Iterable[Example]) -> MendList:
    """What the examples declare."""
    found = [(kind, one) for example in examples for kind, one in _declared(example)]
    kinds: tuple[MendKind, ...] = get_args(MendKind)
    return MendList(tuple((kind, tuple(one for other, one in found if other == kind)) for kind in kinds))


def _declared(example: Example) -> Iterator[tuple[MendKind, DeclaredMend]]:
    """Mends stand in the lines after the title."""
    for number, mend in enumerate(example.mends, 1):
        place = f"{example.span.source.path}:{example.span.line + number}" if example.span else ""
        yield mend.kind, DeclaredMend(place, example.title, mend.text)
