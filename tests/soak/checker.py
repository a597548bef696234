"""Compares what a server raised and lost with what a consumer saw; returns every mismatch.

A loss of state ends an epoch. A consumer sees the beginning of an epoch, in order and each event once, and then one
``Reset``; it sees all of the last epoch.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Entry = int | str
"""The number of an event, or the cause of a loss of state or of a ``Reset``."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A mismatch: its kind and place."""

    kind: str
    where: str

    def __str__(self) -> str:
        return f"{self.kind} ({self.where})"


def check(raised: Sequence[Entry], seen: Sequence[Entry]) -> list[Finding]:
    """All mismatches in what was seen."""
    theirs, ours = list(epochs(raised)), list(epochs(seen))
    causes = [cause for _, cause in theirs if cause], [cause for _, cause in ours if cause]
    if causes[0] != causes[1]:
        return [Finding("not one Reset for each loss", f"losses {causes[0]}, resets {causes[1]}")]
    found: list[Finding] = []
    for at, ((there, cause), (here, _)) in enumerate(zip(theirs, ours, strict=True)):
        found += _epoch(at, there, here, is_last=cause is None)
    return found


def epochs(log: Sequence[Entry]) -> Iterator[tuple[list[int], str | None]]:
    """The numbers of each epoch, and the loss that ended it; None for the last."""
    numbers: list[int] = []
    for entry in log:
        if isinstance(entry, str):
            yield numbers, entry
            numbers = []
        else:
            numbers.append(entry)
    yield numbers, None


def _epoch(at: int, there: list[int], here: list[int], *, is_last: bool) -> list[Finding]:
    found: list[Finding] = []
    if len(set(here)) < len(here):
        doubled = sorted({number for number in here if here.count(number) > 1})
        found.append(Finding("seen twice", f"epoch {at}: {doubled[:5]}"))
    if sorted(here) != here:
        found.append(Finding("out of order", f"epoch {at}: {here[:10]}"))
    if strangers := sorted(set(here) - set(there)):
        found.append(Finding("never raised there", f"epoch {at}: {strangers[:5]}"))
    upto = there if is_last else there[: there.index(here[-1]) + 1] if here and here[-1] in there else []
    if missing := sorted(set(upto) - set(here)):
        found.append(Finding("lost", f"epoch {at}: {missing[:5]}"))
    return found
