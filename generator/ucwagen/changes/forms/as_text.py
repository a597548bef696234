"""Changes as text for a terminal: by class, then by rule, with the reason once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from ucwagen.changes.forms.words import Titled, by_rule, counted, summary, version_phrase
from ucwagen.changes.types.rule import Impact
from ucwagen.diagnostics import visible

WIDTH = 110
BESIDES = "besides, no change for users"
COLOURS = {Impact.BREAKING: "\x1b[1;31m", Impact.ADDITION: "\x1b[1;32m", Impact.COSMETIC: "\x1b[1;36m"}
BOLD, RESET = "\x1b[1m", "\x1b[0m"


def text(found: Sequence[Titled], *, coloured: bool = False) -> str:
    """Every comparison, one after the other."""
    return "\n".join("".join(f"{line}\n" for line in _lines(one, coloured)) for one in found)


def _lines(one: Titled, coloured: bool) -> Iterator[str]:
    job = f"{one.job}: " if one.job else ""
    yield visible(f"{job}{one.old} → {one.new}: {summary(one.comparison)}")
    for impact in Impact:
        changes = one.comparison.of(impact)
        if changes:
            title = counted(impact, len(changes))
            yield from ("", f"{COLOURS[impact]}{title}{RESET}" if coloured else title)
        for rule, rows in by_rule(changes):
            name = f"{BOLD}{rule.id}{RESET}" if coloured else rule.id
            yield from ("", f"  {name}: {rule.why}")
            yield from (visible(f"    {row.span}: {row.message}").replace("\n", " ") for row in rows)
    if one.besides:
        yield from ("", BESIDES, "", *(visible(f"    {row.span}: {row.message}") for row in one.besides))
    yield from ("", *wrap(visible(version_phrase(one)), WIDTH))
